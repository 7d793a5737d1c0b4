// The kinds of blank whose answer is no file: what a simulator may have below its figure. Each puts itself into DRAW.
import "./choice.js";
import "./number.js";
import "./order.js";
import "./table.js";
import "./text.js";
