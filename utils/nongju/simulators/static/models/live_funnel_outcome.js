// Made from Python by `python -m nongju.simulators.compile`.
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
var _amount, _share, average_online, break_even_bid, evening, funnel, live_funnel_outcome, said;
said = function flx_said (number) {
    // A number of 0 or more, ready to be formatted: halves go up in both languages.
    // 
    //     Python writes 2.5 without decimals as 2, JavaScript as 3. A billionth more is nobody's money.
    return number + (1e-09);
};

_amount = function flx__amount (name, value) {
    var err_2;
    if ((!(value >= 0))) {
        throw _pyfunc_op_error('ValueError', _pymeth_format.call("{} must be at least 0, not {}", name, value));
    }
    return null;
};

_share = function flx__share (name, value) {
    var err_2;
    if ((!((0 <= value) && (value <= 1)))) {
        throw _pyfunc_op_error('ValueError', _pymeth_format.call("{} must lie between 0 and 1, not {}", name, value));
    }
    return null;
};

funnel = function flx_funnel (impressions, entry_rate, click_rate, buy_rate) {
    var clicks, entries;
    // How many are left after each gate of a live room: seen, entered, clicked, bought.
    // 
    //     Arguments:
    //         impressions: how often the cover was shown, at least 0.
    //         entry_rate: share of impressions that enter, 0 to 1.
    //         click_rate: share of entries that open a product, 0 to 1.
    //         buy_rate: share of clicks that pay, 0 to 1.
    // 
    //     Returns:
    //         Four counts, each at most the one before it.
    // 
    //     Raises:
    //         ValueError: a count below 0 or a rate outside 0 to 1.
    _amount("impressions", impressions);
    _share("entry_rate", entry_rate);
    _share("click_rate", click_rate);
    _share("buy_rate", buy_rate);
    entries = _pyfunc_op_mult(impressions, entry_rate);
    clicks = _pyfunc_op_mult(entries, click_rate);
    return [impressions, entries, clicks, _pyfunc_op_mult(clicks, buy_rate)];
};

average_online = function flx_average_online (visits, stay_seconds, session_seconds) {
    var err_2;
    // People in the room at an average moment, by Little's law L = λW.
    // 
    //     Arguments:
    //         visits: entries over the whole session, at least 0.
    //         stay_seconds: mean time a visit lasts, seconds, at least 0.
    //         session_seconds: length of the session, seconds, above 0.
    // 
    //     Source: Little, A Proof for the Queuing Formula L = λW, Operations Research 9 (1961).
    _amount("visits", visits);
    _amount("stay_seconds", stay_seconds);
    if ((!(session_seconds > 0))) {
        throw _pyfunc_op_error('ValueError', _pymeth_format.call("session_seconds must be above 0, not {}", session_seconds));
    }
    return _pyfunc_op_mult((visits / session_seconds), stay_seconds);
};

break_even_bid = function flx_break_even_bid (unit_margin, click_rate, buy_rate) {
    // The most that one visit may cost, yuan: the margin of an order times orders per visit.
    // 
    //     A margin at or below 0 gives 0: nothing may be paid for a visit.
    _share("click_rate", click_rate);
    _share("buy_rate", buy_rate);
    if ((unit_margin <= 0)) {
        return 0.0;
    }
    return _pyfunc_op_mult(_pyfunc_op_mult(unit_margin, click_rate), buy_rate);
};

evening = function flx_evening () {
    // One evening of the exercise.
    // 
    //     Returns:
    //         seconds: its length; clicks_per_second: share of visits that open the goods for each second
    //             of mean stay (a tenth a minute); buy_rate: share of those that pay; costs: yuan, two
    //             people for two hours and the phone's data.
    return ({seconds: 7200.0, clicks_per_second: 0.1 / 60, buy_rate: 0.3, costs: 120.0});
};

live_funnel_outcome = function flx_live_funnel_outcome (values) {
    var click_rate, each, gained, gates, hint, left, margin, money, orders, room, sentence, show, stars, visits, word, worth;
    // Counts at each gate, the room at an average moment, and the evening's money in words.
    // 
    //     Arguments:
    //         values: goods ("potato" or "bacon"), impressions (times), entry (of 100 impressions),
    //             stay (seconds of a visit).
    if ((values["impressions"] <= 0)) {
        return ({problem: "\u5c01\u9762\u4e00\u6b21\u4e5f\u6ca1\u88ab\u770b\u5230\uff0c\u573a\u91cc\u6ca1\u6709\u4eba\u3002\u628a\u300c\u88ab\u770b\u5230\u51e0\u6b21\u300d\u5f80\u53f3\u79fb\u3002"});
    }
    if ((values["entry"] <= 0)) {
        return ({problem: "\u770b\u5230\u7684\u4eba\u90fd\u5212\u8d70\u4e86\uff0c\u573a\u91cc\u6ca1\u6709\u4eba\u3002\u628a\u300c\u51e0\u6b21\u70b9\u8fdb\u6765\u300d\u5f80\u53f3\u79fb\u3002"});
    }
    show = evening();
    margin = (_pyfunc_op_equals(values["goods"], "bacon"))? (30.0) : (0.44);
    click_rate = _pyfunc_op_mult(values["stay"], show["clicks_per_second"]);
    gates = funnel(values["impressions"], values["entry"] / 100, click_rate, show["buy_rate"]);
    visits = gates[1];
    orders = gates[3];
    room = average_online(visits, values["stay"], show["seconds"]);
    worth = break_even_bid(margin, click_rate, show["buy_rate"]);
    left = _pyfunc_op_mult(orders, margin) - show["costs"];
    word = ((left >= 0))? ("\u8d5a") : ("\u4e8f");
    money = ((left >= 0))? (left) : (-left);
    sentence = _pymeth_format.call("\u8fdb\u6765 {:.0f} \u4eba\u6b21\uff0c\u573a\u91cc\u5e73\u65f6\u6709 {:.1f} \u4e2a\u4eba\uff0c\u6210 {:.1f} \u5355\u3002", said(visits), said(room), said(orders));
    each = (_pyfunc_op_equals(values["goods"], "bacon"))? ("30") : ("0.44");
    gained = ((money >= 0.5))? (_pymeth_format.call("{} {:.0f} \u5143", word, said(money))) : ("\u4e0d\u8d5a\u4e5f\u4e0d\u4e8f");
    sentence = _pyfunc_op_add(sentence, _pymeth_format.call("\u4e00\u5355\u5269 {} \u5143\uff0c\u51cf\u53bb\u8fd9\u4e00\u665a\u7684\u5f00\u9500\uff0c{}\u3002", each, gained));
    stars = 0;
    hint = "\u5148\u8ba9\u8fd9\u4e00\u665a\u4e0d\u4e8f\u3002";
    if ((left >= 0)) {
        stars = 1;
        hint = "\u518d\u8bd5\u8bd5\uff1a\u5c01\u9762\u53ea\u88ab\u770b\u5230 5000 \u6b21\uff0c\u4e5f\u4e0d\u4e8f\u3002";
        if ((values["impressions"] <= 5000)) {
            stars = 2;
            hint = "\u518d\u8bd5\u8bd5\uff1a\u53ea\u88ab\u770b\u5230 1500 \u6b21\uff0c\u4e5f\u4e0d\u4e8f\u3002\u9760\u4ec0\u4e48\uff1f";
            if ((values["impressions"] <= 1500)) {
                stars = 3;
                hint = "\u90fd\u505a\u5230\u4e86\u3002\u60f3\u4e00\u60f3\uff1a\u571f\u8c46\u4e3a\u4ec0\u4e48\u505a\u4e0d\u5230\uff1f";
            }
        }
    }
    return ({sentence: sentence, rows: [["\u5c01\u9762\u88ab\u770b\u5230", gates[0], "\u6b21"], ["\u70b9\u8fdb\u6765", visits, "\u4eba\u6b21"], ["\u70b9\u5546\u54c1", gates[2], "\u4eba\u6b21"], ["\u4e0b\u5355", orders, "\u5355"], ["\u573a\u91cc\u5e73\u65f6\u6709", room, "\u4eba"], ["\u6bcf\u8fdb\u6765\u4e00\u4e2a\u4eba\u6b21\uff0c\u503c", worth, "\u5143"], ["\u6bdb\u5229", _pyfunc_op_mult(orders, margin), "\u5143"], ["\u8fd9\u4e00\u665a\u7684\u5f00\u9500", -show["costs"], "\u5143"], ["\u5269\u4e0b", left, "\u5143"]], stars: stars, hint: hint});
};

