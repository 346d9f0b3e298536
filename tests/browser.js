// Draws each picture on a canvas, counts its ink, and measures every text against the outline that it stands in.
// What it finds goes into the page as JSON, for --dump-dom to show.

const SLACK = 1.0; // pixels
const SQUEEZED = 1.3; // how much wider than its room the browser's own font may be

function draw(image) {
  const scale = asked.width / image.naturalWidth;
  const canvas = document.createElement("canvas");
  canvas.width = asked.width;
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function inked(canvas) {
  const { width, height } = canvas;
  const data = canvas.getContext("2d").getImageData(0, 0, width, height).data;
  const box = { left: width, top: height, right: 0, bottom: 0, count: 0 };
  for (let n = 0; n < data.length; n += 4) {
    if (data[n + 3] && (data[n] < 250 || data[n + 1] < 250 || data[n + 2] < 250)) {
      const x = (n / 4) % width, y = Math.floor(n / 4 / width);
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
      box.count += 1;
    }
  }
  return box;
}

function trimmed(canvas, box) {
  const edge = 12;
  const left = Math.max(0, box.left - edge), top = Math.max(0, box.top - edge);
  const cut = document.createElement("canvas");
  cut.width = Math.min(canvas.width, box.right + edge) - left;
  cut.height = Math.min(canvas.height, box.bottom + edge) - top;
  cut.getContext("2d").drawImage(canvas, -left, -top);
  return cut;
}

function faultsOf(text) {
  const box = text.getBBox();
  const room = [...text.parentNode.children].find((one) => ["rect", "polygon"].includes(one.tagName));
  const said = `${text.closest("g[id]")?.id ?? ""} ${JSON.stringify(text.textContent)}`;
  const faults = [];
  if (room && text.closest("#legend") === null) {
    const around = room.getBBox();
    const over = Math.max(around.x - box.x, box.x + box.width - around.x - around.width);
    const middle = box.y + box.height / 2;
    if (over > SLACK) faults.push(`${said} is ${over.toFixed(1)} wider than its outline`);
    if (middle < around.y || middle > around.y + around.height) faults.push(`${said} is above or below its outline`);
  }
  text.removeAttribute("textLength");
  const natural = text.getBBox().width;
  if (natural > SQUEEZED * box.width) faults.push(`${said} is squeezed from ${natural.toFixed(1)} to ${box.width.toFixed(1)}`);
  return faults;
}

function measured(source) {
  const parsed = new DOMParser().parseFromString(source, "image/svg+xml");
  const wrong = parsed.querySelector("parsererror");
  if (wrong) return { error: wrong.textContent, faults: [], texts: 0 };
  if (parsed.documentElement.namespaceURI !== "http://www.w3.org/2000/svg") {
    return { error: "is no SVG", faults: [], texts: 0 };
  }
  const root = document.body.appendChild(document.importNode(parsed.documentElement, true));
  const texts = [...root.querySelectorAll("text")];
  const faults = texts.flatMap(faultsOf);
  root.remove();
  return { error: "", faults, texts: texts.length };
}

function look(image) {
  const told = { ...measured(asked.pictures[image.alt]), ink: 0, png: "" };
  if (!told.error && !image.naturalWidth) told.error = "the browser shows no image";
  if (!told.error) {
    const canvas = draw(image), box = inked(canvas);
    told.ink = box.count / (canvas.width * canvas.height);
    told.png = (asked.trim ? trimmed(canvas, box) : canvas).toDataURL("image/png");
  }
  return told;
}

window.onload = () => {
  const found = Object.fromEntries([...document.images].map((image) => [image.alt, look(image)]));
  document.getElementById("result").textContent = JSON.stringify(found);
};
