// Passkeys: asks the browser to make or to show one and sends what it says with the form. What needs them goes away where there are none.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const MINUTES = 60_000;

async function made({ challenge, site, holder, label, known }) {
  const key = await navigator.credentials.create({
    publicKey: {
      challenge: bytes(challenge),
      rp: { id: site, name: document.title.split(" – ").at(-1) },
      user: { id: bytes(holder), name: label, displayName: label },
      pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      excludeCredentials: known.split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: bytes(id) })),
      attestation: "none",
      timeout: 4 * MINUTES,
    },
  });
  return said(key, { attestationObject: text(key.response.attestationObject) });
}

async function shown(form) {
  const answer = await fetch(form.dataset.challengeAt, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  if (!answer.ok) throw new Error();
  const { challenge, site } = await answer.json();
  const key = await navigator.credentials.get({
    publicKey: { challenge: bytes(challenge), rpId: site, userVerification: "required", timeout: 4 * MINUTES },
  });
  const { authenticatorData, signature, userHandle } = key.response;
  return said(key, {
    authenticatorData: text(authenticatorData),
    signature: text(signature),
    userHandle: userHandle ? text(userHandle) : undefined,
  });
}

function said(key, response) {
  return JSON.stringify({
    id: key.id,
    rawId: text(key.rawId),
    type: key.type,
    response: { clientDataJSON: text(key.response.clientDataJSON), ...response },
    clientExtensionResults: {},
  });
}

if (!globalThis.PublicKeyCredential) {
  for (const one of document.querySelectorAll("[data-needs-passkey], [data-passkey]")) one.hidden = true;
  for (const one of document.querySelectorAll("[data-without-passkey]")) one.classList.remove("without-script");
} else {
  for (const form of document.querySelectorAll("[data-passkey]")) {
    const problem = form.querySelector("[data-passkey-problem]");
    let busy = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (busy) return;
      busy = true;
      problem.hidden = true;
      try {
        form.elements.credential.value = form.dataset.passkey === "make" ? await made(form.dataset) : await shown(form);
        form.submit();
      } catch {
        // Cancelled, too late, no such key, or no connection: the person may simply try again.
        problem.hidden = false;
        busy = false;
      }
    });
  }
}
