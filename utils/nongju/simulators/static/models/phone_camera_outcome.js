// Made from Python by `python -m nongju.simulators.compile`.
var _pyfunc_float = Number;
var _pyfunc_format = function (v, fmt) {  // nargs: 2
    fmt = fmt.toLowerCase();
    var s = String(v);
    if (fmt.indexOf('!r') >= 0) {
        try { s = JSON.stringify(v); } catch (e) { s = undefined; }
        if (typeof s === 'undefined') { s = v._IS_COMPONENT ? v.id : String(v); }
    }
    var fmt_type = '';
    if (fmt.slice(-1) == 'i' || fmt.slice(-1) == 'f' ||
        fmt.slice(-1) == 'e' || fmt.slice(-1) == 'g') {
            fmt_type = fmt[fmt.length-1]; fmt = fmt.slice(0, fmt.length-1);
    }
    var i0 = fmt.indexOf(':');
    var i1 = fmt.indexOf('.');
    var spec1 = '', spec2 = '';  // before and after dot
    if (i0 >= 0) {
        if (i1 > i0) { spec1 = fmt.slice(i0+1, i1); spec2 = fmt.slice(i1+1); }
        else { spec1 = fmt.slice(i0+1); }
    }
    // Format numbers
    if (fmt_type == '') {
    } else if (fmt_type == 'i') { // integer formatting, for %i
        s = parseInt(v).toFixed(0);
    } else if (fmt_type == 'f') {  // float formatting
        v = parseFloat(v);
        var decimals = spec2 ? Number(spec2) : 6;
        s = v.toFixed(decimals);
    } else if (fmt_type == 'e') {  // exp formatting
        v = parseFloat(v);
        var precision = (spec2 ? Number(spec2) : 6) || 1;
        s = v.toExponential(precision);
    } else if (fmt_type == 'g') {  // "general" formatting
        v = parseFloat(v);
        var precision = (spec2 ? Number(spec2) : 6) || 1;
        // Exp or decimal?
        s = v.toExponential(precision-1);
        var s1 = s.slice(0, s.indexOf('e')), s2 = s.slice(s.indexOf('e'));
        if (s2.length == 3) { s2 = 'e' + s2[1] + '0' + s2[2]; }
        var exp = Number(s2.slice(1));
        if (exp >= -4 && exp < precision) { s1=v.toPrecision(precision); s2=''; }
        // Skip trailing zeros and dot
        var j = s1.length-1;
        while (j>0 && s1[j] == '0') { j-=1; }
        s1 = s1.slice(0, j+1);
        if (s1.slice(-1) == '.') { s1 = s1.slice(0, s1.length-1); }
        s = s1 + s2;
    }
    // prefix/padding
    var prefix = '';
    if (spec1) {
        if (spec1[0] == '+' && v > 0) { prefix = '+'; spec1 = spec1.slice(1); }
        else if (spec1[0] == ' ' && v > 0) { prefix = ' '; spec1 = spec1.slice(1); }
    }
    if (spec1 && spec1[0] == '0') {
        var padding = Number(spec1.slice(1)) - (s.length + prefix.length);
        s = '0'.repeat(Math.max(0, padding)) + s;
    }
    return prefix + s;
};
var _pyfunc_int = function (x, base) { // nargs: 1 2
    if(base !== undefined) return parseInt(x, base);
    return x<0 ? Math.ceil(x): Math.floor(x);
};
var _pyfunc_op_add = function (a, b) { // nargs: 2
    if (Array.isArray(a) && Array.isArray(b)) {
        return a.concat(b);
    } return a + b;
};
var _pyfunc_op_equals = function op_equals (a, b) { // nargs: 2
    var a_type = typeof a;
    // If a (or b actually) is of type string, number or boolean, we don't need
    // to do all the other type checking below.
    if (a_type === "string" || a_type === "boolean" || a_type === "number") {
        return a == b;
    }

    if (a == null || b == null) {
    } else if (Array.isArray(a) && Array.isArray(b)) {
        var i = 0, iseq = a.length == b.length;
        while (iseq && i < a.length) {iseq = op_equals(a[i], b[i]); i+=1;}
        return iseq;
    } else if (a.constructor === Object && b.constructor === Object) {
        var akeys = Object.keys(a), bkeys = Object.keys(b);
        akeys.sort(); bkeys.sort();
        var i=0, k, iseq = op_equals(akeys, bkeys);
        while (iseq && i < akeys.length)
            {k=akeys[i]; iseq = op_equals(a[k], b[k]); i+=1;}
        return iseq;
    } return a == b;
};
var _pyfunc_op_error = function (etype, msg) { // nargs: 2
    var e = new Error(etype + ': ' + msg);
    e.name = etype
    return e;
};
var _pyfunc_op_mult = function (a, b) { // nargs: 2
    if ((typeof a === 'number') + (typeof b === 'number') === 1) {
        if (a.constructor === String) return _pymeth_repeat.call(a, b);
        if (b.constructor === String) return _pymeth_repeat.call(b, a);
        if (Array.isArray(b)) {var t=a; a=b; b=t;}
        if (Array.isArray(a)) {
            var res = []; for (var i=0; i<b; i++) res = res.concat(a);
            return res;
        }
    } return a * b;
};
var _pyfunc_truthy = function (v) {
    if (v === null || typeof v !== "object") {return v;}
    else if (v.length !== undefined) {return v.length ? v : false;}
    else if (v.byteLength !== undefined) {return v.byteLength ? v : false;}
    else if (v.constructor !== Object) {return true;}
    else {return Object.getOwnPropertyNames(v).length ? v : false;}
};
var _pymeth_append = function (x) { // nargs: 1
    if (!Array.isArray(this)) return this.append.apply(this, arguments);
    this.push(x);
};
var _pymeth_format = function () {
    if (this.constructor !== String) return this.format.apply(this, arguments);
    var parts = [], i = 0, i1, i2;
    var itemnr = -1;
    while (i < this.length) {
        // find opening
        i1 = this.indexOf('{', i);
        if (i1 < 0 || i1 == this.length-1) { break; }
        if (this[i1+1] == '{') {parts.push(this.slice(i, i1+1)); i = i1 + 2; continue;}
        // find closing
        i2 = this.indexOf('}', i1);
        if (i2 < 0) { break; }
        // parse
        itemnr += 1;
        var fmt = this.slice(i1+1, i2);
        var index = fmt.split(':')[0].split('!')[0];
        index = index? Number(index) : itemnr
        var s = _pyfunc_format(arguments[index], fmt);
        parts.push(this.slice(i, i1), s);
        i = i2 + 1;
    }
    parts.push(this.slice(i));
    return parts.join('');
};
var _pymeth_repeat = function(count) { // nargs: 0
    if (this.repeat) return this.repeat(count);
    if (count < 1) return '';
    var result = '', pattern = this.valueOf();
    while (count > 1) {
        if (count & 1) result += pattern;
        count >>= 1, pattern += pattern;
    }
    return result + pattern;
};
var _not_negative, _positive, camera_stars, colour_cast, exposure, flashes, flicker_depth, limits, look_of, motion_blur, noise_share, phone, phone_camera_outcome, said, sine, stage, stops, verdicts;
said = function flx_said (number) {
    // A number of 0 or more, ready to be formatted: halves go up in both languages.
    // 
    //     Python writes 2.5 without decimals as 2, JavaScript as 3. A billionth more is nobody's money.
    return number + (1e-09);
};

_positive = function flx__positive (name, value) {
    var err_2;
    if ((!(value > 0))) {
        throw _pyfunc_op_error('ValueError', _pymeth_format.call("{} must be above 0, not {}", name, value));
    }
    return null;
};

_not_negative = function flx__not_negative (name, value) {
    var err_2;
    if ((!(value >= 0))) {
        throw _pyfunc_op_error('ValueError', _pymeth_format.call("{} must be at least 0, not {}", name, value));
    }
    return null;
};

stops = function flx_stops (ratio) {
    var power, rest, term, total, whole, y;
    // How many stops more light a ratio is: its logarithm to base 2.
    // 
    //     Arguments:
    //         ratio: of two amounts of light, above 0; 4 times is 2 stops, a half is -1.
    _positive("ratio", ratio);
    whole = 0;
    rest = ratio;
    while (rest >= 2) {
        rest = rest / 2;
        whole = whole + 1;
    }
    while (rest < 1) {
        rest = _pyfunc_op_mult(rest, 2);
        whole = whole - 1;
    }
    y = (rest - 1) / (rest + 1);
    power = y;
    total = 0.0;
    for (term = 0; term < 20; term += 1) {
        total = _pyfunc_op_add(total, (power / (_pyfunc_op_mult(2, term) + 1)));
        power = _pyfunc_op_mult(_pyfunc_op_mult(power, y), y);
    }
    return _pyfunc_op_add(whole, (_pyfunc_op_mult(2, total) / 0.6931471805599453));
};

exposure = function flx_exposure (lux, seconds, iso, aperture) {
    // Stops by which a picture is too bright (above 0) or too dark (below 0).
    // 
    //     Arguments:
    //         lux: light that falls on the goods, above 0.
    //         seconds: how long the shutter is open, above 0.
    //         iso: sensitivity, above 0.
    //         aperture: f-number of the lens, above 0.
    // 
    //     Source: ISO 2720:1974, incident-light meters: right when aperture² / seconds = lux · iso / C,
    //     with C = 250 for a flat receptor.
    _positive("lux", lux);
    _positive("seconds", seconds);
    _positive("iso", iso);
    _positive("aperture", aperture);
    return stops((_pyfunc_op_mult(_pyfunc_op_mult(lux, iso), seconds)) / (_pyfunc_op_mult(_pyfunc_op_mult(250, aperture), aperture)));
};

noise_share = function flx_noise_share (lux, seconds, aperture, electrons) {
    var caught, share;
    // Noise of a middle grey as a share of its brightness: one over the root of the light caught.
    // 
    //     ISO is not in it: ISO makes light and noise brighter together, only light makes the picture cleaner.
    // 
    //     Arguments:
    //         lux: light on the goods, above 0.
    //         seconds: how long the shutter is open, above 0.
    //         aperture: f-number of the lens, above 0.
    //         electrons: what a pixel's middle grey holds where ISO 100 is exposed rightly, above 0.
    // 
    //     Source: photons arrive as a Poisson process, so N of them scatter by √N (Schottky 1918; Janesick,
    //     Photon Transfer, 2007). Read noise is left out.
    _positive("lux", lux);
    _positive("seconds", seconds);
    _positive("aperture", aperture);
    _positive("electrons", electrons);
    caught = (_pyfunc_op_mult((_pyfunc_op_mult(_pyfunc_op_mult(electrons, lux), 100)), seconds)) / (_pyfunc_op_mult(_pyfunc_op_mult(250, aperture), aperture));
    share = Math.pow(caught, (-0.5));
    return share;
};

motion_blur = function flx_motion_blur (speed, seconds) {
    // How far something moves while the shutter is open, in the speed's unit of length.
    // 
    //     Arguments:
    //         speed: a second, at least 0.
    //         seconds: how long the shutter is open, above 0.
    _not_negative("speed", speed);
    _positive("seconds", seconds);
    return _pyfunc_op_mult(speed, seconds);
};

flashes = function flx_flashes (seconds, mains) {
    // How often a mains lamp flashes while the shutter is open: twice a period of the mains.
    // 
    //     Arguments:
    //         seconds: how long the shutter is open, above 0.
    //         mains: frequency of the mains, Hz, above 0; 50 in China.
    _positive("seconds", seconds);
    _positive("mains", mains);
    return _pyfunc_op_mult(_pyfunc_op_mult(seconds, 2), mains);
};

sine = function flx_sine (turns) {
    var part, sign, step, term, total, x;
    // The sine of an angle given in full turns, at least 0.
    _not_negative("turns", turns);
    part = turns - _pyfunc_int(turns);
    sign = 1.0;
    if ((part >= 0.5)) {
        part = part - 0.5;
        sign = -1.0;
    }
    if ((part > 0.25)) {
        part = 0.5 - part;
    }
    x = _pyfunc_op_mult(part, 6.283185307179586);
    term = x;
    total = 0.0;
    for (step = 0; step < 12; step += 1) {
        total = _pyfunc_op_add(total, term);
        term = (_pyfunc_op_mult((_pyfunc_op_mult((-term), x)), x)) / (_pyfunc_op_mult((_pyfunc_op_mult(2, step) + 2), (_pyfunc_op_mult(2, step) + 3)));
    }
    return _pyfunc_op_mult(sign, total);
};

flicker_depth = function flx_flicker_depth (seconds, ripple, mains) {
    var count, err_2, left;
    // How deep the bands of a mains lamp are: 0 for none, else a share of the mean brightness.
    // 
    //     A lamp's light swings as 1 + ripple · cos(2π · 2 · mains · t). A row of the picture sees its mean over the
    //     time the shutter is open; rows are read one after the other, so the swing that is left stands as bands.
    //     Whole flashes leave none.
    // 
    //     Arguments:
    //         seconds: how long the shutter is open, above 0.
    //         ripple: of the lamp, 0 for daylight to 1 for a lamp that goes out between two flashes.
    //         mains: frequency of the mains, Hz, above 0.
    // 
    //     Source: the mean of a cosine over a window is its amplitude times sin(πx)/(πx), x the number of
    //     periods in the window; Poplin, An Automatic Flicker Detection Method for Embedded Camera Systems,
    //     IEEE Trans. Consumer Electronics 52 (2006).
    if ((!((0 <= ripple) && (ripple <= 1)))) {
        throw _pyfunc_op_error('ValueError', _pymeth_format.call("ripple must lie between 0 and 1, not {}", ripple));
    }
    count = flashes(seconds, mains);
    left = sine(count / 2);
    if ((left < 0)) {
        left = -left;
    }
    return _pyfunc_op_mult(ripple, left) / _pyfunc_op_mult(3.141592653589793, count);
};

colour_cast = function flx_colour_cast (set_to, light) {
    // How far white is from white, in mired: above 0 yellowish, below 0 bluish.
    // 
    //     Equal steps of mired look like equal steps of colour; equal steps of kelvin do not.
    // 
    //     Arguments:
    //         set_to: colour temperature that the white balance stands at, kelvin, above 0.
    //         light: colour temperature of the light, kelvin, above 0.
    // 
    //     Source: Judd, Sensibility to Color-Temperature Change, J. Opt. Soc. Am. 23 (1933); mired = 10⁶/K.
    _positive("set_to", set_to);
    _positive("light", light);
    return (1000000 / light) - (1000000 / set_to);
};

stage = function flx_stage (place) {
    // One of the three places.
    // 
    //     Returns:
    //         lux: on the goods; kelvin: colour temperature of the light; ripple: of its lamp, 0 to 1; speed: of the
    //             knife, cm a second; shutter: part of a second with which the picture to match was taken.
    if (_pyfunc_op_equals(place, "window")) {
        return ({lux: 1000.0, kelvin: 5500.0, ripple: 0.0, speed: 100.0, shutter: 250.0});
    }
    if (_pyfunc_op_equals(place, "lamp")) {
        return ({lux: 300.0, kelvin: 4000.0, ripple: 0.8, speed: 50.0, shutter: 100.0});
    }
    return ({lux: 50.0, kelvin: 3000.0, ripple: 0.8, speed: 0.0, shutter: 50.0});
};

phone = function flx_phone () {
    // The phone of the exercise.
    // 
    //     Returns:
    //         aperture: f-number of a usual main camera; electrons: of a middle grey at ISO 100, for pixels of a
    //             thousandth of a millimetre; mains: Hz; pixels: of the frame's 1080 for a centimetre of board.
    return ({aperture: 1.8, electrons: 900.0, mains: 50.0, pixels: 40.0});
};

limits = function flx_limits () {
    // What still counts as good. Assumptions of this course: they judge an exercise, no learner's clip.
    // 
    //     Returns:
    //         stops: a third of a stop and a little, one click of a camera's dial; mired: two clicks of 10, which
    //             a careful eye begins to see; noise: share of a middle grey, one part in ten; blur: cm, less than
    //             the edge of the knife is broad in the frame; bands: share, one part in fifty.
    return ({stops: 0.35, mired: 20.0, noise: 0.1, blur: 0.6, bands: 0.02});
};

look_of = function flx_look_of (place, shutter, iso, kelvin) {
    var blur, camera, here, seconds;
    // What the picture looks like.
    // 
    //     Arguments:
    //         place: as in `stage`.
    //         shutter: open for one part in so many of a second.
    //         iso: sensitivity.
    //         kelvin: where the white balance stands.
    // 
    //     Returns:
    //         stops, cast (mired), noise (share), blur (cm), pixels (blur in a frame 1080 wide), bands (share),
    //         flashes (of the lamp while the shutter is open).
    here = stage(place);
    camera = phone();
    seconds = 1 / shutter;
    blur = motion_blur(here["speed"], seconds);
    return ({stops: exposure(here["lux"], seconds, iso, camera["aperture"]), cast: colour_cast(kelvin, here["kelvin"]), noise: noise_share(here["lux"], seconds, camera["aperture"], camera["electrons"]), blur: blur, pixels: _pyfunc_op_mult(blur, camera["pixels"]), bands: flicker_depth(seconds, here["ripple"], camera["mains"]), flashes: flashes(seconds, camera["mains"])});
};

verdicts = function flx_verdicts (look) {
    var bands, brightness, cast, colour, knife, light, most, noise;
    // Brightness, colour, noise, blur and bands in words, each with 1 when it is good and 0 when not.
    most = limits();
    light = ((look["stops"] >= 0))? (look["stops"]) : (-look["stops"]);
    cast = ((look["cast"] >= 0))? (look["cast"]) : (-look["cast"]);
    brightness = ["\u4eae\u5ea6\u6b63\u597d", 1];
    if ((light > most["stops"])) {
        brightness = [_pymeth_format.call("{} {:.1f} \u6863", (((look["stops"] > 0))? ("\u4eae\u8fc7\u4e86") : ("\u6697\u4e86")), said(light)), 0];
    }
    colour = ["\u989c\u8272\u6b63", 1];
    if ((cast > most["mired"])) {
        colour = [((look["cast"] > 0))? ("\u989c\u8272\u504f\u9ec4") : ("\u989c\u8272\u504f\u84dd"), 0];
    }
    noise = ["\u753b\u9762\u5e72\u51c0", 1];
    if ((look["noise"] > most["noise"])) {
        noise = ["\u9ebb\u70b9\u591a", 0];
    }
    knife = ["\u5200\u4e0d\u7cca", 1];
    if ((look["blur"] > most["blur"])) {
        knife = [_pymeth_format.call("\u5200\u7cca {:.1f} \u5398\u7c73", said(look["blur"])), 0];
    }
    bands = ["\u6ca1\u6709\u6a2a\u7eb9", 1];
    if ((look["bands"] > most["bands"])) {
        bands = ["\u6709\u6a2a\u7eb9", 0];
    }
    return [brightness, colour, noise, knife, bands];
};

camera_stars = function flx_camera_stars (checks, lamp) {
    var why;
    // Stars and the next hint, as [stars, hint].
    // 
    //     Arguments:
    //         checks: as `verdicts` gives them.
    //         lamp: whether a mains lamp lights the place.
    if (((checks[0][1]) < 1)) {
        return [0, "\u5148\u8ba9\u4eae\u5ea6\u6b63\u597d\uff1a\u52a8\u5feb\u95e8\uff0c\u6216\u8005\u52a8\u611f\u5149\u3002"];
    }
    if (((checks[4][1]) < 1)) {
        return [1, "\u518d\u8ba9\u6a2a\u7eb9\u4e0d\u89c1\uff1a\u5feb\u95e8\u91cc\uff0c\u706f\u8981\u95ea\u6574\u6570\u4e0b\u3002"];
    }
    if (((checks[3][1]) < 1)) {
        return [1, "\u518d\u8ba9\u5200\u4e0d\u7cca\uff1a\u5feb\u95e8\u518d\u77ed\u4e9b\uff0c\u611f\u5149\u8865\u4e0a\u3002"];
    }
    if (((checks[2][1]) < 1)) {
        return [2, "\u9ebb\u70b9\u591a\uff0c\u662f\u5149\u6536\u5c11\u4e86\uff1a\u5feb\u95e8\u80fd\u4e0d\u80fd\u957f\u4e9b\uff1f"];
    }
    if (((checks[1][1]) < 1)) {
        return [2, "\u518d\u8ba9\u767d\u7897\u662f\u767d\u7684\uff1a\u52a8\u767d\u5e73\u8861\u3002"];
    }
    why = (_pyfunc_truthy(lamp))? ("\u4e3a\u4ec0\u4e48\u662f\u8fd9\u4e2a\u5feb\u95e8\uff1f") : ("\u7a97\u8fb9\u4e3a\u4ec0\u4e48\u4e0d\u7528\u7ba1\u706f\u95ea\uff1f");
    return [3, "\u548c\u7167\u7740\u7684\u4e00\u6837\u4e86\u3002\u60f3\u4e00\u60f3\uff1a" + why];
};

phone_camera_outcome = function flx_phone_camera_outcome (values) {
    var best, check, checks, earned, here, lamp, look, place, rows, sentence, stub1_seq, stub2_itr, words;
    // The picture in numbers and words, and the picture to match.
    // 
    //     Arguments:
    //         values: place ("window", "lamp" or "dim"), shutter (part of a second, as text), iso, kelvin.
    place = values["place"];
    here = stage(place);
    look = look_of(place, _pyfunc_float(values["shutter"]), values["iso"], values["kelvin"]);
    best = look_of(place, here["shutter"], 100, here["kelvin"]);
    best["stops"] = 0.0;
    checks = verdicts(look);
    words = [];
    stub1_seq = checks;
    if ((typeof stub1_seq === "object") && (!Array.isArray(stub1_seq))) { stub1_seq = Object.keys(stub1_seq);}
    for (stub2_itr = 0; stub2_itr < stub1_seq.length; stub2_itr += 1) {
        check = stub1_seq[stub2_itr];
        _pymeth_append.call(words, check[0]);
    }
    sentence = ((((((((words[0] + "\uff0c") + words[1]) + "\u3002") + words[2]) + "\uff0c") + words[3]) + "\uff0c") + words[4]) + "\u3002";
    lamp = here["ripple"] > 0;
    rows = [["\u4eae\u5ea6\u5dee", look["stops"], "\u6863"], ["\u767d\u5e73\u8861\u6bd4\u5149\u9ad8", values["kelvin"] - here["kelvin"], "K"], ["\u9ebb\u70b9", _pyfunc_op_mult(look["noise"], 100), "%"], ["\u5200\u7cca", look["blur"], "\u5398\u7c73"], ["\u6a2a\u7eb9", _pyfunc_op_mult(look["bands"], 100), "%"]];
    if (_pyfunc_truthy(lamp)) {
        _pymeth_append.call(rows, (["\u5feb\u95e8\u91cc\u706f\u95ea", look["flashes"], "\u4e0b"]));
    }
    earned = camera_stars(checks, lamp);
    return ({sentence: sentence, rows: rows, look: look, best: best, checks: checks, stars: earned[0], hint: earned[1]});
};

