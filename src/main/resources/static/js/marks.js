// What was read from a card is marked until somebody changes it.
for (const mark of document.querySelectorAll("[data-read]")) {
  for (const event of ["input", "change"]) mark.closest(".field").addEventListener(event, () => mark.remove());
}
