// The type-ahead of component/unitpicker.jte: the ARIA 1.2 combobox with a listbox. The selects stay in the
// form, hidden, and carry what is chosen, so the server reads the same fields with and without JavaScript.
const WAIT = 150;
let pickers = 0;

function enhance(root) {
  const form = root.closest("form");
  const input = root.querySelector("[data-input]");
  const list = root.querySelector("[data-options]");
  const status = root.querySelector("[data-status]");
  const outcome = root.querySelector("[data-outcome]");
  const lists = root.querySelector("[data-lists]");
  const problem = root.querySelector(".problem");
  const texts = root.dataset;
  const prefix = `unitpicker${++pickers}`;
  const field = (name) => lists.querySelector(`[name=${name}]`);
  let found = [];
  let active = -1;
  let timer = 0;
  let asked = 0;

  root.dataset.ready = "";
  lists.querySelector("button").remove();
  field("wardCode").removeAttribute("id");
  input.id = "wardCode";
  list.id = `${prefix}-list`;
  const hint = root.querySelector("[data-hint]");
  hint.id = `${prefix}-hint`;
  root.querySelector("[data-label]").htmlFor = input.id;
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-describedby", problem ? `${problem.id} ${hint.id}` : hint.id);
  if (problem) input.setAttribute("aria-invalid", "true");

  const layer = () => form.querySelector("[name=layer]:checked").value;

  function carry(name, code) {
    const element = field(name);
    if (element.tagName === "SELECT" && ![...element.options].some((it) => it.value === code)) {
      element.add(new Option(code, code));
    }
    element.value = code;
  }

  function line(label, text) {
    const paragraph = document.createElement("p");
    paragraph.append(label);
    if (text) {
      const strong = document.createElement("strong");
      strong.textContent = text;
      paragraph.append(" ", strong);
    }
    outcome.append(paragraph);
  }

  function choose(unit) {
    carry("provinceCode", unit.province);
    carry("districtCode", unit.district);
    carry("wardCode", unit.ward);
    input.value = unit.text;
    outcome.replaceChildren();
    line(texts.chosen, unit.text);
    if (layer() === "UNTIL_2025") {
      if (unit.now.length) line(texts.now, unit.now.join("; "));
      else line(texts.unknown);
    }
    status.textContent = outcome.textContent;
    close();
  }

  function forget() {
    for (const name of ["provinceCode", "districtCode", "wardCode"]) carry(name, "");
    outcome.replaceChildren();
  }

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(index) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = index;
    const option = list.children[active];
    if (!option) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  }

  function show(units) {
    found = units;
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren(
      ...units.map((unit, index) => {
        const option = document.createElement("li");
        option.id = `${prefix}-${index}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.textContent = unit.text;
        return option;
      }),
    );
    list.hidden = units.length === 0;
    input.setAttribute("aria-expanded", String(units.length > 0));
    say(units.length ? texts.found.replace("{0}", units.length) : texts.none, units.length === 0);
  }

  // What cannot be seen from the list itself is also written under the field.
  function say(text, visible) {
    status.textContent = text;
    if (visible) {
      outcome.replaceChildren();
      line(text);
      outcome.firstChild.setAttribute("aria-hidden", "true");
    } else {
      outcome.replaceChildren();
    }
  }

  async function ask() {
    const query = input.value.trim();
    const mine = ++asked;
    if (query.length < 2) {
      status.textContent = "";
      close();
      return;
    }
    try {
      const answer = await fetch(`/units?${new URLSearchParams({ layer: layer(), q: query })}`);
      if (!answer.ok) throw new Error(answer.status);
      const units = await answer.json();
      if (mine === asked) show(units);
    } catch {
      if (mine === asked) {
        close();
        say(texts.offline, true);
      }
    }
  }

  input.addEventListener("input", () => {
    forget();
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });

  input.addEventListener("keydown", (event) => {
    const open = !list.hidden;
    const keys = {
      ArrowDown: () => (open ? mark((active + 1) % found.length) : ask()),
      ArrowUp: () => open && mark(active <= 0 ? found.length - 1 : active - 1),
      Enter: () => open && choose(found[Math.max(active, 0)]),
      Escape: () => open && close(),
    };
    const act = event.isComposing ? undefined : keys[event.key];
    if (act && (open || event.key === "ArrowDown")) {
      event.preventDefault();
      act();
    }
  });

  // Before the field loses focus, so that the choice is not closed away.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const index = [...list.children].indexOf(event.target.closest("[role=option]"));
    if (index >= 0) choose(found[index]);
  });
  input.addEventListener("blur", close);

  for (const radio of root.querySelectorAll("[name=layer]")) {
    radio.addEventListener("change", () => {
      input.value = "";
      status.textContent = "";
      asked++;
      forget();
      close();
    });
  }

  // Typed before this script arrived.
  if (input.value !== input.defaultValue && !field("wardCode").value) ask();
}

document.querySelectorAll("[data-unitpicker]").forEach(enhance);
