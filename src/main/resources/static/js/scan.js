// Scanning of component/scanner.jte. Pictures stay here; what the code says is sent as if it had been typed, and the
// server reads it. The decoder, which is large, is fetched only when somebody scans and the browser has none itself.
const box = document.querySelector("[data-scanner]");
const one = (selector) => box.querySelector(selector);
const texts = box.dataset;
const status = one("[data-status]");
const video = one("[data-video]");
const start = one("[data-start]");
const stop = one("[data-stop]");
const photo = one("[data-photo-code]");
const field = one("#text");
const upload = one("[data-upload]");
const EVERY = 150;
const SLOW = 15000;
let stream = null;
let decoder = null;
let round = 0;

document.querySelector(".error-summary")?.focus();
one("[data-scripted]").hidden = false;
if (upload && !upload.querySelector(".problem")) upload.hidden = true;
start.addEventListener("click", begin);
stop.addEventListener("click", () => {
  end(texts.stopped);
  start.focus();
});
photo.addEventListener("change", () => photo.files[0] && readPhoto(photo.files[0]));
addEventListener("pagehide", () => end(""));

const say = (text) => {
  if (status.textContent !== text) status.textContent = text;
};

async function begin() {
  if (!navigator.mediaDevices?.getUserMedia) return say(texts.insecure);
  const mine = ++round;
  start.hidden = true;
  say(texts.starting);
  try {
    const [camera, decode] = await Promise.all([
      navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: { ideal: "environment" }, width: { ideal: 1920 }, height: { ideal: 1080 } },
      }),
      reader(),
    ]);
    stream = camera;
    video.srcObject = camera;
    video.hidden = false;
    stop.hidden = false;
    stop.focus();
    await video.play();
    say(texts.looking);
    look(mine, decode, performance.now());
  } catch (problem) {
    end(reason(problem));
    start.focus();
  }
}

function reason(problem) {
  switch (problem?.name) {
    case "NotAllowedError":
    case "SecurityError":
      return texts.denied;
    case "NotFoundError":
    case "OverconstrainedError":
      return texts.none;
    case "NotReadableError":
    case "AbortError":
      return texts.busy;
    default:
      return texts.broken;
  }
}

function end(text) {
  round++;
  stream?.getTracks().forEach((it) => it.stop());
  stream = null;
  video.srcObject = null;
  video.hidden = true;
  stop.hidden = true;
  start.hidden = false;
  say(text);
}

// The whole picture and its middle by turns: codes of cards are small.
async function look(mine, decode, since, times = 0) {
  if (mine !== round) return;
  const { videoWidth: width, videoHeight: height } = video;
  const share = times % 2 ? 0.5 : 1;
  const found = width ? await decode(drawn(video, width, height, share)).catch(() => null) : null;
  if (mine !== round) return;
  if (found) return use(found);
  if (performance.now() - since > SLOW) say(texts.slow);
  setTimeout(() => look(mine, decode, since, times + 1), EVERY);
}

function drawn(source, width, height, share, most = 1280) {
  const scale = Math.min(1, most / (Math.max(width, height) * share));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * share * scale));
  canvas.height = Math.max(1, Math.round(height * share * scale));
  const rest = (1 - share) / 2;
  canvas
    .getContext("2d", { willReadFrequently: true })
    .drawImage(source, width * rest, height * rest, width * share, height * share, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function readPhoto(file) {
  say(texts.reading);
  try {
    const decode = await reader();
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
    for (const most of picture ? [1600, 900, 2600, 600] : []) {
      const found = await decode(drawn(picture, picture.width, picture.height, 1, most)).catch(() => null);
      if (found) return use(found);
    }
    say(texts.unread);
  } catch {
    say(texts.broken);
  }
  // The server's reader tries harder.
  if (upload) upload.hidden = false;
}

function use(text) {
  end(texts.found);
  field.value = text;
  field.form.requestSubmit();
}

async function reader() {
  decoder ??= (await native()) ?? (await fetched());
  return decoder;
}

async function native() {
  const formats = await globalThis.BarcodeDetector?.getSupportedFormats().catch(() => []);
  if (!formats?.includes("qr_code")) return null;
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  return async (canvas) => (await detector.detect(canvas))[0]?.rawValue;
}

async function fetched() {
  if (!globalThis.ZXing) {
    await new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = texts.decoder;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
  }
  const { BinaryBitmap, DecodeHintType, HTMLCanvasElementLuminanceSource, HybridBinarizer, QRCodeReader } = globalThis.ZXing;
  const hints = new Map([
    [DecodeHintType.TRY_HARDER, true],
    [DecodeHintType.CHARACTER_SET, "UTF-8"],
  ]);
  return async (canvas) =>
    new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new HTMLCanvasElementLuminanceSource(canvas))), hints).getText();
}
