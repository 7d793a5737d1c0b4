// 相机: a picture of 腊肉 on a board, taken with the settings, beside the one to match. The picture is painted
// here (own work, CC BY 4.0) and then goes through what the model says: light, bands, colour, blur, noise.
const view = (() => {
  const W = 144;
  const H = 256;
  const BLUR = W / 1080; // the model counts pixels of a frame 1080 wide
  const READ = 2; // flashes of a 100 Hz lamp while the rows are read, 20 ms: an assumption
  const GREY = 0.18;

  const surface = () => Object.assign(document.createElement("canvas"), { width: W, height: H });

  // The same grain on every machine: a picture must not twinkle while a slider moves.
  let seed = 7;
  const random = () => ((seed = (seed * 16807) % 2147483647) / 2147483647);

  function shape(pen, points, fill) {
    pen.beginPath();
    points.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)));
    pen.closePath();
    if (fill) {
      pen.fillStyle = fill;
      pen.fill();
    }
  }

  function grain(pen, x, y, wide, high, dark, lines) {
    for (let i = 0; i < lines; i++) {
      const at = y + (high * (i + random())) / lines;
      pen.strokeStyle = `rgba(${dark},${0.08 + random() * 0.2})`;
      pen.lineWidth = 0.5 + random();
      pen.beginPath();
      pen.moveTo(x, at);
      pen.bezierCurveTo(x + wide * 0.3, at + random() * 6 - 3, x + wide * 0.7, at + random() * 6 - 3, x + wide, at);
      pen.stroke();
    }
  }

  // Skin, fat, lean, fat, lean: wavy layers from top to bottom of a piece of cured pork.
  const LAYERS = [["#2c1206", 0.2], ["#d08f3e", 0.17], ["#7c2114", 0.22], ["#dda655", 0.1], ["#5f160e", 0.22], ["#c98a3b", 0.09]];

  function meat(pen, outline, x, y, wide, high, lean) {
    pen.save();
    shape(pen, outline, "#752017");
    pen.clip();
    let from = y;
    for (const [colour, share] of LAYERS) {
      pen.fillStyle = colour;
      pen.beginPath();
      pen.moveTo(x, from);
      for (let i = 0; i <= 12; i++) pen.lineTo(x + (wide * i) / 12, from + lean * (i / 12) + Math.sin(i * 1.3 + share * 40) * high * 0.03);
      pen.lineTo(x + wide, y + high * 1.6);
      pen.lineTo(x, y + high * 1.6);
      pen.fill();
      from += share * high;
    }
    for (let i = 0; i < wide * 1.5; i++) {
      pen.fillStyle = random() > 0.5 ? "rgba(255,230,190,.14)" : "rgba(40,10,5,.16)";
      pen.fillRect(x + random() * wide, y + random() * high * 1.2, 1 + random() * 3, 1);
    }
    const shine = pen.createLinearGradient(x, y, x + wide, y + high);
    shine.addColorStop(0, "rgba(255,244,220,.5)");
    shine.addColorStop(0.35, "rgba(255,244,220,0)");
    shine.addColorStop(1, "rgba(20,5,0,.4)");
    pen.fillStyle = shine;
    pen.fillRect(x - 4, y - 4, wide + 8, high * 2);
    pen.restore();
    pen.strokeStyle = "#2c1206";
    shape(pen, outline);
    pen.stroke();
  }

  function still() {
    const canvas = surface();
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    const wall = pen.createLinearGradient(0, 0, W, 90);
    wall.addColorStop(0, "#c9bda8");
    wall.addColorStop(1, "#7d7264");
    pen.fillStyle = wall;
    pen.fillRect(0, 0, W, 92);
    pen.fillStyle = "#6f4a2e";
    pen.fillRect(0, 88, W, H);
    grain(pen, 0, 90, W, H - 90, "30,14,4", 60);
    // a white bowl: what should be white
    pen.fillStyle = "rgba(20,10,4,.35)";
    pen.beginPath();
    pen.ellipse(104, 113, 36, 11, 0, 0, 7);
    pen.fill();
    const china = pen.createLinearGradient(66, 0, 136, 0);
    china.addColorStop(0, "#f4f4f2");
    china.addColorStop(1, "#a9a9a7");
    pen.fillStyle = china;
    pen.beginPath();
    pen.moveTo(66, 82);
    pen.bezierCurveTo(70, 108, 84, 115, 100, 115);
    pen.bezierCurveTo(116, 115, 130, 108, 134, 82);
    pen.fill();
    pen.beginPath();
    pen.ellipse(100, 82, 34, 11, 0, 0, 7);
    pen.fill();
    pen.fillStyle = "#c8c8c6";
    pen.beginPath();
    pen.ellipse(100, 84, 29, 8, 0, 0, 7);
    pen.fill();
    pen.fillStyle = "#9b1c14";
    for (let i = 0; i < 40; i++) pen.fillRect(80 + random() * 40, 80 + random() * 8, 3, 1.5);
    // the board
    shape(pen, [[12, 142], [134, 130], [141, 226], [6, 238]], "rgba(20,10,4,.4)");
    shape(pen, [[10, 138], [132, 126], [138, 222], [4, 234]], "#c99d63");
    pen.save();
    pen.clip();
    grain(pen, 0, 128, W, 108, "90,50,15", 40);
    const side = pen.createLinearGradient(0, 0, W, 0);
    side.addColorStop(0, "rgba(255,246,225,.35)");
    side.addColorStop(1, "rgba(30,14,4,.35)");
    pen.fillStyle = side;
    pen.fillRect(0, 120, W, 120);
    pen.restore();
    // garlic leaves
    for (let i = 0; i < 9; i++) {
      pen.strokeStyle = ["#3f7d2c", "#5d9a3b", "#2f6322"][i % 3];
      pen.lineWidth = 3;
      pen.beginPath();
      pen.moveTo(14 + i * 2, 226 - i * 3);
      pen.quadraticCurveTo(30 + i * 3, 206, 42 + i * 2, 216 + (i % 4) * 3);
      pen.stroke();
    }
    // the piece, its shadow, and three slices in front
    shape(pen, [[30, 186], [104, 172], [116, 196], [40, 206]], "rgba(25,10,2,.45)");
    meat(pen, [[24, 152], [86, 140], [100, 146], [104, 184], [34, 196], [22, 184]], 20, 144, 86, 44, -10);
    [[52, 190, 0], [70, 192, 5], [88, 190, 10]].forEach(([x, y, more]) => {
      shape(pen, [[x + 2, y + 26], [x + 34, y + 22], [x + 36, y + 30], [x + 4, y + 33]], "rgba(25,10,2,.4)");
      meat(pen, [[x, y + 4], [x + 30, y], [x + 34, y + 20], [x + 3, y + 27]], x - 2, y + 1, 38, 22 + more * 0.1, -5);
    });
    return canvas;
  }

  function knife() {
    const canvas = surface();
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    pen.translate(92, 142);
    pen.rotate(-0.3);
    const steel = pen.createLinearGradient(0, -16, 0, 10);
    steel.addColorStop(0, "#8d9296");
    steel.addColorStop(0.5, "#dfe3e6");
    steel.addColorStop(0.85, "#a5abaf");
    steel.addColorStop(1, "#ffffff");
    shape(pen, [[-40, -12], [20, -14], [20, 8], [-38, 9]], steel);
    pen.fillStyle = "#2e1a10";
    pen.fillRect(20, -10, 34, 9);
    return canvas;
  }

  const toLinear = new Float32Array(256);
  for (let i = 0; i < 256; i++) toLinear[i] = i <= 10 ? i / 255 / 12.92 : ((i / 255 + 0.055) / 1.055) ** 2.4;
  const CURVE = 2048;
  const toScreen = new Uint8ClampedArray(CURVE + 1);
  for (let i = 0; i <= CURVE; i++) {
    const v = i / CURVE;
    toScreen[i] = Math.round(255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055));
  }

  const bounded = (light) => (light <= 0 ? 0 : light >= 1 ? CURVE : (light * CURVE) | 0);

  let base = null; // light of the still picture and of the knife, and the grain: made once
  function prepare() {
    const read = (canvas) => canvas.getContext("2d").getImageData(0, 0, W, H).data;
    const [picture, blade] = [read(still()), read(knife())];
    const light = new Float32Array(W * H * 3);
    const over = new Float32Array(W * H * 4); // light times cover, and cover
    const noise = new Float32Array(W * H * 3);
    for (let i = 0; i < W * H; i++) {
      const cover = blade[4 * i + 3] / 255;
      over[4 * i + 3] = cover;
      for (let c = 0; c < 3; c++) {
        light[3 * i + c] = toLinear[picture[4 * i + c]];
        over[4 * i + c] = toLinear[blade[4 * i + c]] * cover;
        noise[3 * i + c] = (random() + random() + random() + random() - 2) * 1.732;
      }
    }
    base = { light, over, noise, moved: new Map() };
  }

  // The knife as the open shutter sees it: its mean along the way it goes, straight down.
  function scene(pixels) {
    const far = Math.round(pixels * BLUR);
    if (base.moved.has(far)) return base.moved.get(far);
    const { light, over } = base;
    const mixed = new Float32Array(light);
    const sum = new Float32Array(4);
    for (let x = 0; x < W; x++) {
      sum.fill(0);
      const add = (y, sign) => { if (y >= 0 && y < H) for (let c = 0; c < 4; c++) sum[c] += sign * over[4 * (y * W + x) + c]; };
      const back = far >> 1;
      for (let y = -far + back; y < back; y++) add(y, 1);
      for (let y = 0; y < H; y++) {
        add(y + back, 1);
        if (sum[3] > 0) {
          const i = 3 * (y * W + x);
          for (let c = 0; c < 3; c++) mixed[i + c] = light[i + c] * Math.max(0, 1 - sum[3] / (far + 1)) + sum[c] / (far + 1);
        }
        add(y + back - far, -1);
      }
    }
    base.moved.set(far, mixed);
    return mixed;
  }

  function develop(canvas, look) {
    if (!base) prepare();
    const pen = canvas.getContext("2d");
    canvas.image ??= pen.createImageData(W, H);
    const { image } = canvas;
    const out = image.data;
    const from = scene(look.pixels);
    const { noise } = base;
    // Wien's law: a mired shifts the ratio of red (0.6 µm) to blue (0.45 µm) by exp(0.00799)
    const tint = Math.exp(look.cast * 0.003995);
    const gain = 2 ** look.stops;
    const [red, green, blue] = [gain * tint, gain, gain / tint];
    const grain = look.noise * Math.sqrt(GREY * gain);
    for (let y = 0, i = 0, o = 0; y < H; y++) {
      const row = 1 + look.bands * Math.cos((2 * Math.PI * READ * y) / H);
      for (let x = 0; x < W; x++, i += 3, o += 4) {
        const g = from[i + 1] * green * row;
        const spread = grain * Math.sqrt(g); // of each colour as of green: one root a point
        out[o] = toScreen[bounded(from[i] * red * row + spread * noise[i])];
        out[o + 1] = toScreen[bounded(g + spread * noise[i + 1])];
        out[o + 2] = toScreen[bounded(from[i + 2] * blue * row + spread * noise[i + 2])];
        out[o + 3] = 255;
      }
    }
    pen.putImageData(image, 0, 0);
  }

  return {
    draw({ svg, result, other, width }) {
      const pictures = [["我拍的", result.look], ...(other ? [["记住的", other.look]] : []), ["照着拍", result.best]];
      const gap = 8;
      const wide = Math.min(186, (width - 170) / pictures.length - gap);
      const high = (wide * H) / W;
      const left = (i) => i * (wide + gap);
      const frame = svg.selectAll("g.picture").data(pictures).join((enter) => {
        const g = enter.append("g").attr("class", "picture");
        g.append("text").attr("y", 20);
        g.append("foreignObject").attr("y", 28).append("xhtml:canvas").attr("width", W).attr("height", H);
        g.append("rect").attr("y", 28).attr("fill", "none").attr("stroke", "#333").attr("stroke-width", 2);
        return g;
      });
      frame.attr("transform", (d, i) => `translate(${left(i)},0)`);
      frame.select("text").text((d) => d[0]);
      frame.select("rect").attr("x", 1).attr("width", wide - 2).attr("height", high);
      frame.select("foreignObject").attr("width", wide).attr("height", high)
        .select("canvas").attr("style", `display: block; width: ${wide}px; height: ${high}px`)
        .each(function paint(d) {
          const said = JSON.stringify(d[1]);
          if (this.said === said) return;
          this.said = said;
          develop(this, d[1]);
        });
      // the grid, as a phone shows it: the piece lies where two lines cross
      for (const [name, colour, thick] of [["back", "#000", 3], ["grid", "#fff", 1.5]]) {
        svg.selectAll(`path.${name}`).data([0]).join("path").attr("class", name).attr("stroke", colour)
          .attr("stroke-width", thick).attr("stroke-opacity", 0.7).attr("fill", "none")
          .attr("d", `M${wide / 3},29v${high - 2}M${(2 * wide) / 3},29v${high - 2}M1,${28 + high / 3}h${wide - 2}M1,${28 + (2 * high) / 3}h${wide - 2}`);
      }
      const line = svg.selectAll("text.check").data(result.checks).join("text").attr("class", "check");
      line.attr("x", left(pictures.length) + 8).attr("y", (d, i) => 60 + i * 40)
        .attr("font-weight", (d) => (d[1] ? 400 : 700)).text((d) => `${d[1] ? "✓" : "▶"} ${d[0]}`);
    },
  };
})();
