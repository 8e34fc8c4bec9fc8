// Leaves the page once this device is signed out: what stands on it shall not stay, and its owner
// shall not have to press anything to learn that another device has taken its place.
const EVERY = 20_000 + Math.random() * 10_000;

async function look() {
  if (document.visibilityState !== "visible") {
    return;
  }
  try {
    const answer = await fetch("/sign-in/alive", { cache: "no-store" });
    if (answer.ok && (await answer.text()) === "ended") {
      location.assign("/sign-in");
    }
  } catch {
    // No network. The next look tells.
  }
}

setInterval(look, EVERY);
document.addEventListener("visibilitychange", look);
addEventListener("pageshow", look);
addEventListener("focus", look);
