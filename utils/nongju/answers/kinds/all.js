// Every kind of blank that has a script.
import "./without_files.js";
import "./upload.js";
