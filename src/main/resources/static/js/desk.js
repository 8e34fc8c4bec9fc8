// The desk by keyboard. Everything here also works without: keys press the same buttons and links.
const OFF = 'desk-keys-off';

function typing(target) {
  return target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]');
}

function press(element) {
  if (element.matches('summary')) {
    const details = element.parentElement;
    details.open = !details.open;
    if (details.open) {
      // The bar sticks to the window: scrolling to it would move the pictures away.
      details.querySelector('input:not([type="hidden"]), textarea, button')?.focus({ preventScroll: true });
      if (details.getBoundingClientRect().top > window.innerHeight) {
        details.scrollIntoView({ block: 'nearest' });
      }
    }
  } else if (element.matches('textarea, input:not([type="checkbox"])')) {
    element.focus();
  } else {
    element.click();
  }
}

function moveInList(step) {
  const links = [...document.querySelectorAll('table.queue .row-link')];
  if (links.length === 0) {
    return false;
  }
  const at = links.indexOf(document.activeElement);
  links[Math.min(links.length - 1, Math.max(0, at + step))].focus();
  return true;
}

function shortcuts() {
  const help = document.getElementById('keys');
  if (!help) {
    return;
  }
  help.hidden = false;
  const on = document.getElementById('keys-on');
  on.checked = localStorage.getItem(OFF) === null;
  on.addEventListener('change', () => {
    if (on.checked) {
      localStorage.removeItem(OFF);
    } else {
      localStorage.setItem(OFF, '1');
    }
  });
  document.addEventListener('keydown', (event) => {
    if (!on.checked || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) {
      return;
    }
    if (event.key === 'Escape') {
      document.querySelector('.picture.large')?.classList.remove('large');
      typing(event.target)?.blur();
      return;
    }
    if (typing(event.target)) {
      return;
    }
    if (event.key === '?') {
      help.open = !help.open;
      help.scrollIntoView({ block: 'nearest' });
    } else if ((event.key === 'j' && moveInList(1)) || (event.key === 'k' && moveInList(-1))) {
      // moved
    } else if (event.key === 'z') {
      document.querySelector('.picture')?.classList.toggle('large');
    } else {
      const element = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
      if (!element) {
        return;
      }
      press(element);
    }
    event.preventDefault();
  });
}

// Ticks are saved as they are made, so that a colleague sees them and nothing is lost.
function savedTicks() {
  const form = document.querySelector('form[data-ticks]');
  if (!form) {
    return;
  }
  form.querySelector('[data-save]').hidden = true;
  let sending = Promise.resolve();
  form.addEventListener('change', () => {
    sending = sending.then(() =>
      fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        redirect: 'manual',
      }).catch(() => {
        form.querySelector('[data-save]').hidden = false;
      })
    );
  });
}

function pictures() {
  const viewer = document.querySelector('[data-viewer]');
  if (!viewer) {
    return;
  }
  for (const figure of viewer.querySelectorAll('.picture:has(img)')) {
    const image = figure.querySelector('img');
    const link = figure.querySelector('a');
    let turns = 0;
    const tools = document.createElement('span');
    tools.className = 'tools';
    const button = (text, label, act) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.textContent = text;
      made.setAttribute('aria-label', label + ': ' + image.alt);
      made.addEventListener('click', act);
      tools.append(made);
    };
    const large = () => figure.classList.toggle('large');
    button('↻', viewer.dataset.turn, () => {
      turns = (turns + 1) % 4;
      const side = turns % 2 === 1;
      const scale = side ? Math.min(1, image.clientHeight / image.clientWidth) : 1;
      image.style.transform = `rotate(${turns * 90}deg) scale(${scale})`;
    });
    button('⤢', viewer.dataset.larger, large);
    figure.append(tools);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      large();
    });
    // Zoom under the pointer, while the pointer is there.
    link.addEventListener('pointermove', (event) => {
      if (event.pointerType !== 'mouse' || turns !== 0 || figure.classList.contains('large')) {
        return;
      }
      const box = link.getBoundingClientRect();
      image.style.transformOrigin =
        `${((event.clientX - box.left) / box.width) * 100}% ${((event.clientY - box.top) / box.height) * 100}%`;
      image.style.transform = 'scale(2.4)';
    });
    link.addEventListener('pointerleave', () => {
      if (turns === 0) {
        image.style.transform = '';
      }
    });
  }
}

shortcuts();
savedTicks();
pictures();
document.querySelector('[data-focus]')?.focus();
document.querySelector('.error-summary')?.focus();
