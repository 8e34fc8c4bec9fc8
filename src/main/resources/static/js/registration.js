// Betters what already works without it: proof of work, countdowns, photo upload with preview, focus on problems.
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

one(".error-summary")?.focus();

// A double click sends once; coming back with the browser's back button wakes the form again.
for (const form of all("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
  });
  addEventListener("pageshow", () => delete form.dataset.sent);
}

for (const field of all(".code-input input")) {
  field.addEventListener("input", () => {
    const digits = field.value.replace(/\D/g, "").slice(0, Number(field.dataset.digits));
    if (field.value !== digits) field.value = digits;
  });
}

// ---- proof of work (SHA-256, format of ALTCHA), in slices so that the page stays alive
const robot = one("[data-robot]");
if (robot && globalThis.crypto?.subtle) work(robot);

async function work(box) {
  const status = one("[data-robot-status]", box);
  const fallback = one("[data-robot-fallback]", box);
  const button = one("[data-robot-button]");
  const challenge = JSON.parse(box.dataset.robot);
  fallback.hidden = true;
  status.hidden = false;
  button.setAttribute("aria-disabled", "true");
  const form = button.form;
  let ready = false;
  let wanted = false;
  form.addEventListener("submit", (event) => {
    if (!ready) {
      event.preventDefault();
      event.stopImmediatePropagation();
      delete form.dataset.sent;
      wanted = true;
    }
  }, true);
  const encoder = new TextEncoder();
  // Bytes are compared, not their digits: writing the digits takes longer than the hashing.
  const sought = Uint8Array.from(challenge.challenge.match(/../g), (byte) => parseInt(byte, 16));
  for (let number = 0; number <= challenge.maxnumber; number += 500) {
    const batch = Array.from({ length: Math.min(500, challenge.maxnumber - number + 1) }, (_, i) => number + i);
    const hashes = await Promise.all(batch.map((n) => crypto.subtle.digest("SHA-256", encoder.encode(challenge.salt + n))));
    const found = hashes.findIndex((hash) => new Uint8Array(hash).every((byte, at) => byte === sought[at]));
    if (found >= 0) {
      const { algorithm, challenge: digest, salt, signature } = challenge;
      one("[name=solution]", box).value = btoa(JSON.stringify({ algorithm, challenge: digest, number: batch[found], salt, signature }));
      ready = true;
      status.textContent = status.dataset.ready;
      button.removeAttribute("aria-disabled");
      if (wanted) form.requestSubmit(button);
      return;
    }
  }
  status.hidden = true;
  fallback.hidden = false;
  ready = true;
  button.removeAttribute("aria-disabled");
}

// ---- countdowns: <p data-until="epoch ms" data-text="… {0}" data-over="…">
for (const clock of all("[data-until]")) {
  const offset = Number(clock.dataset.now) - Date.now();
  const tick = () => {
    const left = Math.max(0, Math.round((Number(clock.dataset.until) - Date.now() - offset) / 1000));
    const shown = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    clock.textContent = left > 0 ? clock.dataset.text.replace("{0}", shown) : clock.dataset.over;
    if (left === 0) {
      clearInterval(timer);
      all(`[data-after="${clock.id}"]`).forEach((it) => it.removeAttribute("aria-disabled"));
    }
  };
  const timer = setInterval(tick, 1000);
  tick();
}

// Waits for the hand-over of the code without reloading by hand.
const waiting = one("[data-waiting]");
if (waiting) {
  const ask = async () => {
    const answer = await fetch(waiting.dataset.waiting, { headers: { Accept: "application/json" } }).catch(() => null);
    const state = answer?.ok ? await answer.json() : null;
    if (state?.handedOver) location.reload();
    else setTimeout(ask, 3000);
  };
  setTimeout(ask, 1500);
}

// ---- photos: shrink, preview, upload with progress, repeat after a broken connection
all("[data-photo]").forEach(ready);

function ready(card) {
  const form = one("form[data-upload]", card);
  if (!form) return;
  one("[data-send]", form).hidden = true;
  for (const input of all("input[type=file]", form)) {
    input.addEventListener("change", () => input.files[0] && upload(card, form, input.files[0]));
  }
  if (one("[data-checking]", card)) setTimeout(() => look(card, 300), 300);
}

// The photo has arrived and is being checked: asks until the server shows it or says what is wrong with it.
async function look(card, pause) {
  if (!card.isConnected || card.dataset.busy) return;
  const answer = await fetch(one("[data-checking]", card).dataset.checking).catch(() => null);
  const fresh = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(card.id) : null;
  if (!card.isConnected || card.dataset.busy) return;
  if (fresh && !one("[data-checking]", fresh)) renew(card, fresh);
  else setTimeout(() => look(card, Math.min(5000, pause * 1.5)), pause);
}

function renew(card, fresh, preview) {
  // Nobody is torn from another field because a check has ended.
  const within = preview !== undefined || card.contains(document.activeElement);
  card.replaceWith(document.adoptNode(fresh));
  if (preview?.startsWith("blob:") && one("[data-checking]", fresh)) {
    one("[data-preview]", fresh).src = preview;
    one("[data-preview]", fresh).hidden = false;
  }
  if (within) one(".problem, [data-status]", fresh)?.focus?.();
  ready(fresh);
}

async function upload(card, form, file) {
  const status = one("[data-status]", card);
  const retry = one("[data-retry]", card);
  const preview = one("[data-preview]", card);
  retry.hidden = true;
  card.dataset.busy = "1";
  const picture = await shrink(file);
  if (picture !== file || /jpe?g|png/.test(file.type)) {
    preview.src = URL.createObjectURL(picture);
    preview.hidden = false;
  }
  const data = new FormData(form);
  all("input[type=file]", form).forEach((it) => data.delete(it.name));
  data.append("photo", picture, "photo.jpg");
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.upload.onprogress = (event) => {
    if (event.lengthComputable) status.textContent = status.dataset.progress.replace("{0}", `${Math.round((100 * event.loaded) / event.total)} %`);
  };
  const failed = () => {
    status.textContent = status.dataset.failed;
    retry.hidden = false;
    retry.onclick = () => upload(card, form, file);
  };
  request.onerror = failed;
  request.ontimeout = failed;
  request.timeout = 120000;
  request.onload = () => {
    if (request.status >= 500) failed();
    else {
      // The answer is the page itself, with the photo or with what is wrong with it.
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      const fresh = page.getElementById(card.id);
      if (fresh) renew(card, fresh, preview.src);
      else location.reload();
    }
  };
  request.send(data);
}

// At most 1600 px on the longer side, as JPEG; anything the browser cannot read goes as it is and is judged by the server.
async function shrink(file) {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, 1600 / Math.max(bitmap.width, bitmap.height));
    if (scale === 1 && file.size < 600000 && file.type === "image/jpeg") return file;
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return await new Promise((done) => canvas.toBlob((blob) => done(blob ?? file), "image/jpeg", 0.88));
  } catch {
    return file;
  }
}
