// A signature drawn by mouse, pen or finger: strokes of whole points on the canvas, sent with the form. Without
// scripts the typed name is the signature.
const MOST_POINTS = 5000;
const form = document.querySelector("[data-sign]");
const pad = form.querySelector("[data-pad]");
const canvas = pad.querySelector("canvas");
const pen = canvas.getContext("2d");
let strokes = [];
let stroke;
let points = 0;

const drawn = () => form.elements.method.value === "drawn";

function place(event) {
  const box = canvas.getBoundingClientRect();
  const fit = (value, size) => Math.max(0, Math.min(size, Math.round(value)));
  return [
    fit((event.clientX - box.left) / box.width * canvas.width, canvas.width),
    fit((event.clientY - box.top) / box.height * canvas.height, canvas.height),
  ];
}

function add([x, y]) {
  if (points >= MOST_POINTS || (x === stroke.at(-2) && y === stroke.at(-1) && stroke.length > 2)) return;
  pen.beginPath();
  pen.moveTo(stroke.at(-2) ?? x, stroke.at(-1) ?? y);
  pen.lineTo(x, y);
  pen.stroke();
  stroke.push(x, y);
  points += 1;
}

function clear() {
  pen.clearRect(0, 0, canvas.width, canvas.height);
  strokes = [];
  stroke = undefined;
  points = 0;
}

function choose() {
  pad.hidden = !drawn();
}

Object.assign(pen, { lineWidth: 4, lineCap: "round", lineJoin: "round", strokeStyle: "#14213d" });
canvas.addEventListener("pointerdown", (event) => {
  if (event.button !== 0 || strokes.length >= 200) return;
  event.preventDefault();
  canvas.setPointerCapture(event.pointerId);
  stroke = [];
  strokes.push(stroke);
  add(place(event));
});
canvas.addEventListener("pointermove", (event) => {
  if (!stroke) return;
  for (const each of event.getCoalescedEvents?.() ?? [event]) add(place(each));
});
for (const kind of ["pointerup", "pointercancel"]) {
  canvas.addEventListener(kind, (event) => {
    if (!stroke) return;
    if (stroke.length === 2) add(place(event)); // a dot
    if (stroke.length < 4) strokes.pop();
    stroke = undefined;
  });
}
pad.querySelector("[data-clear]").addEventListener("click", clear);
form.addEventListener("submit", () => { form.elements.strokes.value = drawn() ? JSON.stringify(strokes) : ""; });
form.addEventListener("change", choose);
form.querySelector("[data-drawing]").hidden = false;
choose();
