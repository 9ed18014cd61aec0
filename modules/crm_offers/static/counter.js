// A photograph of a coupon's QR code fills in the code, where the browser can read one.
const photo = document.querySelector("[data-photo]");
if (photo && "BarcodeDetector" in window) {
  photo.hidden = false;
  const input = photo.querySelector("input"), codes = document.getElementById("codes"), told = photo.querySelector("output");
  input.addEventListener("change", async () => {
    told.textContent = "";
    try {
      const picture = await createImageBitmap(input.files[0]);
      const [found] = await new BarcodeDetector({ formats: ["qr_code"] }).detect(picture);
      if (!found) throw new Error("no code");
      codes.value = `${codes.value} ${found.rawValue}`.trim();
      codes.form.elements.amount.focus();
    } catch {
      told.textContent = photo.dataset.none;
    }
  });
}
