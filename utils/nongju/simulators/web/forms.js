// What a simulator takes of the forms: how an answer is saved, and how blanks are drawn.
import "../../answers/kinds/without_files.js";

export { DRAW } from "../../answers/web/static/blanks.js";
export { Talk } from "../../answers/web/static/talk.js";
export { heard, WORDS } from "../../answers/web/static/words.js";
