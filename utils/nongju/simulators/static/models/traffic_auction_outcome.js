// Made from Python by `python -m nongju.simulators.compile`.
var _pyfunc_abs = Math.abs;
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
var _amount, _share, auction_stars, break_even_bid, funnel, market, play, position_auction, queue, said, traffic_auction_outcome;
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

position_auction = function flx_position_auction (bids, qualities, position_clicks, reserve) {
    var after, err_2, err_3, here, i, j, place, price, rows, seller, served;
    reserve = (reserve === undefined) ? 0.0: reserve;
    // Who gets which place in a generalized second-price auction with quality, and pays what.
    // 
    //     Sellers are ranked by bid times quality. Each pays per click the least that keeps the place:
    //     the next one's bid times quality, divided by the own quality, and at least the reserve.
    // 
    //     Arguments:
    //         bids: yuan a click, at least 0.
    //         qualities: relative click-through of each seller's own cover, above 0, as many as bids.
    //         position_clicks: clicks that a place brings at quality 1, best place first, not rising.
    //         reserve: least bid that is served, yuan a click.
    // 
    //     Returns:
    //         One row for each place that is filled: [seller's index, price a click, clicks].
    // 
    //     Source: Edelman, Ostrovsky and Schwarz, American Economic Review 97 (2007); Varian,
    //     International Journal of Industrial Organization 25 (2007).
    if ((bids.length != qualities.length)) {
        throw _pyfunc_op_error('ValueError', "each seller needs a bid and a quality");
    }
    _amount("reserve", reserve);
    for (i = 1; i < position_clicks.length; i += 1) {
        if ((position_clicks[i] > position_clicks[i - 1])) {
            throw _pyfunc_op_error('ValueError', "clicks must not rise from one place to the next");
        }
    }
    served = [];
    for (i = 0; i < bids.length; i += 1) {
        _amount("bid", bids[i]);
        if ((!(qualities[i] > 0))) {
            throw _pyfunc_op_error('ValueError', "quality must be above 0");
        }
        if ((bids[i] >= reserve)) {
            _pymeth_append.call(served, i);
        }
    }
    for (i = 1; i < served.length; i += 1) {
        here = served[i];
        j = i;
        while ((j > 0) && (((_pyfunc_op_mult((bids[served[j - 1]]), (qualities[served[j - 1]]))) < _pyfunc_op_mult(bids[here], qualities[here])))) {
            served[j] = served[j - 1];
            j = j - 1;
        }
        served[j] = here;
    }
    rows = [];
    for (place = 0; place < served.length; place += 1) {
        if ((place >= position_clicks.length)) {
            break;
        }
        seller = served[place];
        price = reserve;
        if (((place + 1) < served.length)) {
            after = served[place + 1];
            price = Math.max(reserve, (_pyfunc_op_mult(bids[after], qualities[after]) / qualities[seller]));
        }
        _pymeth_append.call(rows, ([seller, price, _pyfunc_op_mult(position_clicks[place], qualities[seller])]));
    }
    return rows;
};

market = function flx_market () {
    // The queue of the exercise.
    // 
    //     Returns:
    //         click_rate, buy_rate: shares, as of every seller; clicks: visits of each place, best first;
    //             reserve: least price of a visit, yuan; rivals: [name, margin of an order, bid], yuan;
    //             subsidy: what the platform adds to an order, yuan; evenings: how many are played.
    return ({click_rate: 0.1, buy_rate: 0.3, clicks: [200, 100, 40], reserve: 0.05, rivals: [["\u7532 \u5356\u793c\u76d2", 30, 0.7], ["\u4e59 \u5356\u6c34\u679c", 12, 0.3]], subsidy: 5, evenings: 10});
};

play = function flx_play (wallet, price, visits, earned_by_visit, evenings) {
    var _evening, bought, left, now;
    // The wallet after each evening, yuan, the start first; it is played until it is empty.
    // 
    //     Arguments:
    //         wallet: what one can lose, yuan, at least 0.
    //         price: of a visit, yuan, at least 0.
    //         visits: that the place brings in an evening, at least 0; fewer when the wallet ends.
    //         earned_by_visit: margin of a visit before advertising, yuan.
    //         evenings: how many, at least 0.
    _amount("wallet", wallet);
    _amount("price", price);
    _amount("visits", visits);
    left = [wallet];
    now = wallet;
    for (_evening = 0; _evening < _pyfunc_int(evenings); _evening += 1) {
        bought = visits;
        if ((_pyfunc_op_mult(price, visits) > now)) {
            bought = now / price;
        }
        now = _pyfunc_op_add((now - _pyfunc_op_mult(price, bought)), _pyfunc_op_mult(earned_by_visit, bought));
        if ((now < 1)) {
            now = 0.0;
        }
        _pymeth_append.call(left, now);
        if ((now <= 0)) {
            break;
        }
    }
    return left;
};

queue = function flx_queue (goods, bid, subsidised) {
    var bids, extra, game, margins, names, orders_of_one, places, rival, row, seller, stub1_seq, stub2_itr, stub3_seq, stub4_itr, worth;
    // The places from the first: [name, call, price, visits, left in an evening, worth of a visit].
    // 
    //     Arguments:
    //         goods: "potato" or "bacon", one's own.
    //         bid: one's own call, yuan a visit, above 0.
    //         subsidised: whether the platform adds to each order of every seller.
    game = market();
    extra = (_pyfunc_truthy(subsidised))? (game["subsidy"]) : (0);
    orders_of_one = funnel(1, 1, game["click_rate"], game["buy_rate"])[3];
    names = [];
    margins = [];
    bids = [];
    stub1_seq = game["rivals"];
    if ((typeof stub1_seq === "object") && (!Array.isArray(stub1_seq))) { stub1_seq = Object.keys(stub1_seq);}
    for (stub2_itr = 0; stub2_itr < stub1_seq.length; stub2_itr += 1) {
        rival = stub1_seq[stub2_itr];
        _pymeth_append.call(names, rival[0]);
        _pymeth_append.call(margins, _pyfunc_op_add(rival[1], extra));
        _pymeth_append.call(bids, (_pyfunc_op_add(rival[2], _pyfunc_op_mult(extra, orders_of_one))));
    }
    _pymeth_append.call(names, "\u6211");
    _pymeth_append.call(margins, (_pyfunc_op_add(((_pyfunc_op_equals(goods, "bacon"))? (30) : (0.44)), extra)));
    _pymeth_append.call(bids, bid);
    places = [];
    stub3_seq = position_auction(bids, [1, 1, 1], game["clicks"], game["reserve"]);
    if ((typeof stub3_seq === "object") && (!Array.isArray(stub3_seq))) { stub3_seq = Object.keys(stub3_seq);}
    for (stub4_itr = 0; stub4_itr < stub3_seq.length; stub4_itr += 1) {
        row = stub3_seq[stub4_itr];
        seller = _pyfunc_int(row[0]);
        worth = break_even_bid(margins[seller], game["click_rate"], game["buy_rate"]);
        _pymeth_append.call(places, ([names[seller], bids[seller], row[1], row[2], _pyfunc_op_mult(row[2], (worth - row[1])), worth]));
    }
    return places;
};

auction_stars = function flx_auction_stars (worth, price, gain) {
    // Stars and the next hint, as [stars, hint].
    // 
    //     Arguments:
    //         worth: of a visit, yuan.
    //         price: of a visit, yuan.
    //         gain: of the wallet over all evenings, yuan.
    if ((worth < price)) {
        return [0, "\u5148\u8ba9\u8fdb\u6765\u4e00\u4e2a\u4eba\u4ed8\u7684\uff0c\u4e0d\u6bd4\u4ed6\u503c\u7684\u591a\u3002"];
    }
    if ((gain < 300)) {
        return [1, "\u518d\u8ba9\u94b1\u5305 10 \u665a\u591a\u51fa 300 \u5143\u3002"];
    }
    if ((gain < 500)) {
        return [2, "\u518d\u8ba9\u94b1\u5305 10 \u665a\u591a\u51fa 500 \u5143\u3002\u4e00\u5b9a\u8981\u6392\u7b2c\u4e00\u5417\uff1f"];
    }
    return [3, "\u90fd\u505a\u5230\u4e86\u3002\u518d\u5f00\u5173\u4e00\u4e0b\u8865\u8d34\uff1a\u94b1\u5305\u53d8\u4e86\u5417\uff1f"];
};

traffic_auction_outcome = function flx_traffic_auction_outcome (values) {
    var earned, gain, last, nights, place, places, price, sentence, subsidised, visits, wallet, words, worth;
    // The queue, what each seller is left with in an evening, and the wallet over ten evenings.
    // 
    //     Arguments:
    //         values: goods ("potato" or "bacon"), bid (yuan a visit), subsidy ("off" or "on"), wallet (yuan).
    if ((values["wallet"] <= 0)) {
        return ({problem: "\u4e8f\u5f97\u8d77 0 \u5143\uff0c\u90a3\u5c31\u4e00\u5206\u4e0d\u6295\u3002\u8fd9\u4e5f\u662f\u4e00\u79cd\u597d\u51b3\u5b9a\uff1a\u501f\u6765\u7684\u94b1\u4e0d\u6295\u3002"});
    }
    if ((values["bid"] <= 0)) {
        return ({problem: "\u4f60\u6ca1\u6709\u558a\u4ef7\uff0c\u8fd9\u4e00\u5217\u91cc\u6ca1\u6709\u4f60\u3002\u628a\u300c\u6211\u6700\u591a\u51fa\u51e0\u5143\u300d\u5f80\u53f3\u79fb\u4e00\u683c\u8bd5\u8bd5\u3002"});
    }
    subsidised = _pyfunc_op_equals(values["subsidy"], "on");
    places = queue(values["goods"], values["bid"], subsidised);
    place = 0;
    while (!_pyfunc_op_equals((places[place][0]), "\u6211")) {
        place = place + 1;
    }
    price = places[place][2];
    visits = places[place][3];
    worth = places[place][5];
    wallet = play(values["wallet"], price, visits, worth, market()["evenings"]);
    nights = wallet.length - 1;
    last = wallet[nights];
    gain = last - values["wallet"];
    words = ((worth < 0.1))? (_pymeth_format.call("{:.3f}", said(worth))) : (_pymeth_format.call("{:.2f}", said(worth)));
    sentence = _pymeth_format.call("\u4f60\u6392\u7b2c {}\uff0c\u8fdb\u6765\u4e00\u4e2a\u4eba\u4ed8 {:.2f} \u5143\uff0c\u53ef\u4e00\u4e2a\u4eba\u53ea\u503c {} \u5143\u3002", (place + 1), said(price), words);
    if ((worth >= price)) {
        sentence = _pymeth_format.call("\u4f60\u6392\u7b2c {}\uff0c\u8fdb\u6765\u4e00\u4e2a\u4eba\u4ed8 {:.2f} \u5143\uff0c\u4e00\u4e2a\u4eba\u503c {} \u5143\u3002", (place + 1), said(price), words);
    }
    if ((last <= 0)) {
        sentence = _pyfunc_op_add(sentence, _pymeth_format.call("\u7b2c {} \u665a\uff0c\u94b1\u5305\u7a7a\u4e86\u3002", nights));
    } else if ((_pyfunc_abs(gain) < 0.5)) {
        sentence = _pyfunc_op_add(sentence, _pymeth_format.call("{} \u665a\u4ee5\u540e\uff0c\u94b1\u5305\u6ca1\u591a\u4e5f\u6ca1\u5c11\u3002", nights));
    } else if ((gain >= 0)) {
        sentence = _pyfunc_op_add(sentence, (_pymeth_format.call("{} \u665a\u4ee5\u540e\uff0c\u94b1\u5305\u591a {:.0f} \u5143\u3002", nights, said(gain))));
    } else {
        sentence = _pyfunc_op_add(sentence, (_pymeth_format.call("{} \u665a\u4ee5\u540e\uff0c\u94b1\u5305\u5c11 {:.0f} \u5143\u3002", nights, said(-gain))));
    }
    if (_pyfunc_truthy(subsidised)) {
        sentence = sentence + "\u6709\u4e86\u8865\u8d34\uff0c\u4eba\u4eba\u90fd\u6562\u591a\u558a\uff0c\u4f4d\u7f6e\u4e5f\u8ddf\u7740\u8d35\u4e86\u3002";
    }
    earned = auction_stars(worth, price, gain);
    return ({sentence: sentence, rows: [["\u6211\u6392\u7b2c\u51e0", place + 1, "\u4f4d"], ["\u8fdb\u6765\u4e00\u4e2a\u4eba\uff0c\u6211\u4ed8", price, "\u5143"], ["\u8fdb\u6765\u4e00\u4e2a\u4eba\uff0c\u6211\u503c", worth, "\u5143"], ["\u4e00\u665a\u8fdb\u6765", visits, "\u4eba\u6b21"], ["\u94b1\u5305\u5f00\u59cb", values["wallet"], "\u5143"], ["\u94b1\u5305\u6700\u540e", last, "\u5143"]], places: places, wallet: wallet, stars: earned[0], hint: earned[1]});
};

