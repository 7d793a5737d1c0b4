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
var _check, _ordered, _take, best_net_first, clearing_stars, flows_of, harvest, left_after, lost_in_all, national, nearest_first, net_price, priced_buyers, said, tiered_clearing_outcome, trip_cost;
said = function flx_said (number) {
    // A number of 0 or more, ready to be formatted: halves go up in both languages.
    // 
    //     Python writes 2.5 without decimals as 2, JavaScript as 3. A billionth more is nobody's money.
    return number + (1e-09);
};

net_price = function flx_net_price (price, freight, share_lost) {
    var err_2;
    // What one jin loaded brings home, yuan (到手价): price on what arrives, less the road.
    // 
    //     Arguments:
    //         price: yuan a jin that arrives saleable, at least 0.
    //         freight: yuan a jin loaded, at least 0; the truck carries what spoils, too.
    //         share_lost: spoiled on the way, 0 to 1.
    if ((((!(price >= 0))) || (!(freight >= 0)))) {
        throw _pyfunc_op_error('ValueError', "price and freight must be at least 0");
    }
    if ((!((0 <= share_lost) && (share_lost <= 1)))) {
        throw _pyfunc_op_error('ValueError', _pymeth_format.call("share_lost must lie between 0 and 1, not {}", share_lost));
    }
    return (_pyfunc_op_mult(price, (1 - share_lost))) - freight;
};

_check = function flx__check (supply, buyers) {
    var buyer, err_2, err_3, stub1_seq, stub2_itr;
    if ((!(supply >= 0))) {
        throw _pyfunc_op_error('ValueError', _pymeth_format.call("supply must be at least 0, not {}", supply));
    }
    stub1_seq = buyers;
    if ((typeof stub1_seq === "object") && (!Array.isArray(stub1_seq))) { stub1_seq = Object.keys(stub1_seq);}
    for (stub2_itr = 0; stub2_itr < stub1_seq.length; stub2_itr += 1) {
        buyer = stub1_seq[stub2_itr];
        if (_pyfunc_truthy(buyer.length != 5)) {
            throw _pyfunc_op_error('ValueError', "a buyer is [tier, price, freight, share_lost, demand]");
        }
        if ((!(buyer[4] >= 0))) {
            throw _pyfunc_op_error('ValueError', _pymeth_format.call("demand must be at least 0, not {}", buyer[4]));
        }
    }
    return null;
};

_ordered = function flx__ordered (keys) {
    var i, j, order;
    order = [];
    for (i = 0; i < keys.length; i += 1) {
        j = order.length;
        _pymeth_append.call(order, i);
        while ((j > 0) && (((((keys[order[j - 1]][0]) > (keys[i][0]))) || (((_pyfunc_op_equals((keys[order[j - 1]][0]), (keys[i][0])))) && (((keys[order[j - 1]][1]) > (keys[i][1]))))))) {
            order[j] = order[j - 1];
            j = j - 1;
        }
        order[j] = i;
    }
    return order;
};

_take = function flx__take (supply, buyers, order, floor) {
    var buyer, i, left, loads, stub3_, stub3__, stub3_i0, stub3_iter0, stub4_seq, stub5_itr;
    stub3_ = [];stub3_iter0 = buyers;if ((typeof stub3_iter0 === "object") && (!Array.isArray(stub3_iter0))) {stub3_iter0 = Object.keys(stub3_iter0);}for (stub3_i0=0; stub3_i0<stub3_iter0.length; stub3_i0++) {stub3__ = stub3_iter0[stub3_i0];{stub3_.push(0.0);}}
    loads = stub3_;
    left = supply;
    stub4_seq = order;
    if ((typeof stub4_seq === "object") && (!Array.isArray(stub4_seq))) { stub4_seq = Object.keys(stub4_seq);}
    for (stub5_itr = 0; stub5_itr < stub4_seq.length; stub5_itr += 1) {
        i = stub4_seq[stub5_itr];
        buyer = buyers[i];
        if ((net_price(buyer[1], buyer[2], buyer[3]) > floor)) {
            loads[i] = Math.min(left, buyer[4]);
            left = left - loads[i];
        }
    }
    return loads;
};

nearest_first = function flx_nearest_first (supply, buyers, floor) {
    var keys, stub6_, stub6_buyer, stub6_i0, stub6_iter0;
    floor = (floor === undefined) ? 0.0: floor;
    // Load for each buyer when the nearest tier is filled first, jin, in the buyers' order.
    // 
    //     Within a tier the one that brings home more goes first. A buyer whose net price is not
    //     above floor gets nothing.
    // 
    //     Arguments:
    //         supply: jin to clear, at least 0.
    //         buyers: rows as in the module's docstring.
    //         floor: what a jin is worth if it stays, yuan (feed, compost), 0 if it rots.
    _check(supply, buyers);
    stub6_ = [];stub6_iter0 = buyers;if ((typeof stub6_iter0 === "object") && (!Array.isArray(stub6_iter0))) {stub6_iter0 = Object.keys(stub6_iter0);}for (stub6_i0=0; stub6_i0<stub6_iter0.length; stub6_i0++) {stub6_buyer = stub6_iter0[stub6_i0];{stub6_.push([stub6_buyer[0], -net_price(stub6_buyer[1], stub6_buyer[2], stub6_buyer[3])]);}}
    keys = stub6_;
    return _take(supply, buyers, _ordered(keys), floor);
};

best_net_first = function flx_best_net_first (supply, buyers, floor) {
    var keys, stub7_, stub7_buyer, stub7_i0, stub7_iter0;
    floor = (floor === undefined) ? 0.0: floor;
    // Load for each buyer that brings home the most in all, jin: sort by net price, fill from the top.
    // 
    //     With one place of supply and freight by the jin this is the optimum of the transportation
    //     programme (a fractional knapsack): see least_cost for several places.
    // 
    //     Source: Dantzig, Discrete-Variable Extremum Problems, Operations Research 5 (1957).
    _check(supply, buyers);
    stub7_ = [];stub7_iter0 = buyers;if ((typeof stub7_iter0 === "object") && (!Array.isArray(stub7_iter0))) {stub7_iter0 = Object.keys(stub7_iter0);}for (stub7_i0=0; stub7_i0<stub7_iter0.length; stub7_i0++) {stub7_buyer = stub7_iter0[stub7_i0];{stub7_.push([-net_price(stub7_buyer[1], stub7_buyer[2], stub7_buyer[3]), stub7_buyer[0]]);}}
    keys = stub7_;
    return _take(supply, buyers, _ordered(keys), floor);
};

left_after = function flx_left_after (share_lost, periods) {
    var err_2;
    // Share still saleable after periods that each lose the same share of what is left.
    // 
    //     Losses compound: three legs of 5, 5 and 10 % leave 81.2 %, not 80 %.
    // 
    //     Arguments:
    //         share_lost: lost per period, 0 to 1.
    //         periods: how many, at least 0.
    if ((!((0 <= share_lost) && (share_lost <= 1)))) {
        throw _pyfunc_op_error('ValueError', _pymeth_format.call("share_lost must lie between 0 and 1, not {}", share_lost));
    }
    if ((!(periods >= 0))) {
        throw _pyfunc_op_error('ValueError', _pymeth_format.call("periods must be at least 0, not {}", periods));
    }
    if (_pyfunc_op_equals(periods, 0)) {
        return 1.0;
    }
    return _pyfunc_float((Math.pow((1 - share_lost), periods)));
};

harvest = function flx_harvest () {
    // The exercise's harvest and its buyers.
    // 
    //     Returns:
    //         jin: to clear; truck: jin that one holds; buyers, nearest first: [name, tier, price of a jin that
    //             arrives (yuan), km there and back, share lost on the way, jin kept for them, weeks in which
    //             they take it]. All loads come out as whole trucks' worth, so that no truck goes half empty
    //             on the far roads.
    return ({jin: 100000.0, truck: 5000.0, buyers: [["\u673a\u5173\u5b66\u6821\u98df\u5802", 0, 1.3, 10, 0.02, 15000, 6], ["\u4f01\u4e1a\u53d1\u798f\u5229", 0, 1.4, 10, 0.02, 5000, 1], ["\u53bf\u4f9b\u9500\u793e\u95e8\u5e97", 1, 1.2, 20, 0.03, 15000, 6], ["\u90bb\u53bf\u4f9b\u9500\u793e", 2, 1.45, 120, 0.05, 20000, 2], ["\u4e07\u5dde\u6279\u53d1", 3, 1.5, 300, 0.08, 30000, 1], ["\u4e3b\u57ce\u6279\u53d1", 4, 1.8, 600, 0.15, 50000, 1]]});
};

national = function flx_national () {
    // Sending 5-jin boxes to the whole country with paid visits, yuan and jin.
    // 
    //     Returns:
    //         margin: what an order leaves before advertising; advertising: yuan an order (0.3 yuan a visit,
    //             3 orders of 100 visits); jin: in a box; wanted: jin in all.
    return ({margin: 0.44, advertising: 10.0, jin: 5.0, wanted: 60000.0});
};

trip_cost = function flx_trip_cost (load, weeks, truck, yuan_per_trip) {
    var trips;
    // Trucks for a load that goes in equal parts, one a week, yuan: whole trips, full or not.
    // 
    //     Arguments:
    //         load: jin in all, at least 0.
    //         weeks: at least 1.
    //         truck: jin that one holds, above 0.
    //         yuan_per_trip: at least 0.
    trips = 0.0;
    while (_pyfunc_op_mult(trips, truck) < (load / weeks)) {
        trips = trips + 1;
    }
    return _pyfunc_op_mult(_pyfunc_op_mult(weeks, trips), yuan_per_trip);
};

lost_in_all = function flx_lost_in_all (loss, weeks, road) {
    var left, week;
    // Share lost of what is kept for a buyer that takes equal parts, the first at once: wait, then road.
    // 
    //     Arguments:
    //         loss: share that rots in a week, 0 to 1.
    //         weeks: in which it is taken, at least 1.
    //         road: share lost on the way, 0 to 1.
    left = 0.0;
    for (week = 0; week < _pyfunc_int(weeks); week += 1) {
        left = _pyfunc_op_add(left, (left_after(loss, week) / weeks));
    }
    return 1 - (_pyfunc_op_mult(left, (1 - road)));
};

priced_buyers = function flx_priced_buyers (yuan_per_100_km, loss, reach) {
    var buyer, cost, crop, found, lost, stub8_seq, stub9_itr;
    // The nearest buyers as `nongju.models.cooperative` reads them, freight shared over what they take.
    // 
    //     Arguments:
    //         yuan_per_100_km: of a truck, at least 0.
    //         loss: share that rots in a week, 0 to 1.
    //         reach: how many buyers, nearest first.
    crop = harvest();
    found = [];
    stub8_seq = crop["buyers"];
    if ((typeof stub8_seq === "object") && (!Array.isArray(stub8_seq))) { stub8_seq = Object.keys(stub8_seq);}
    for (stub9_itr = 0; stub9_itr < stub8_seq.length; stub9_itr += 1) {
        buyer = stub8_seq[stub9_itr];
        if ((found.length < reach)) {
            cost = trip_cost(buyer[5], buyer[6], crop["truck"], _pyfunc_op_mult(yuan_per_100_km, buyer[3]) / 100);
            lost = lost_in_all(loss, buyer[6], buyer[4]);
            _pymeth_append.call(found, ([buyer[1], buyer[2], cost / buyer[5], lost, buyer[5]]));
        }
    }
    return found;
};

flows_of = function flx_flows_of (values) {
    var buyer, buyers, cost, crop, each, flows, i, load, loads, lost, money, nation, wanted;
    // What each buyer gets: [name, jin loaded or kept, yuan a jin brings home, jin of it lost, yuan in all].
    // 
    //     Arguments:
    //         values: as `tiered_clearing_outcome`.
    crop = harvest();
    if (_pyfunc_op_equals(values["how"], "nation")) {
        nation = national();
        wanted = nation["wanted"];
        each = (nation["margin"] - nation["advertising"]) / nation["jin"];
        return [["\u5168\u56fd\u5305\u90ae", wanted, each, 0.0, _pyfunc_op_mult(wanted, each)]];
    }
    buyers = priced_buyers(values["truck"], values["loss"] / 100, values["reach"]);
    if (_pyfunc_op_equals(values["how"], "best")) {
        loads = best_net_first(crop["jin"], buyers, 0.0);
    } else {
        loads = nearest_first(crop["jin"], buyers, 0.0);
    }
    flows = [];
    for (i = 0; i < buyers.length; i += 1) {
        buyer = crop["buyers"][i];
        load = loads[i];
        lost = buyers[i][3];
        cost = trip_cost(load, buyer[6], crop["truck"], _pyfunc_op_mult(values["truck"], buyer[3]) / 100);
        money = (_pyfunc_op_mult(load, net_price(buyer[2], 0.0, lost))) - cost;
        each = net_price(buyer[2], buyers[i][2], lost);
        if ((load > 0)) {
            each = money / load;
        }
        _pymeth_append.call(flows, ([buyer[0], load, each, _pyfunc_op_mult(load, lost), money]));
    }
    return flows;
};

clearing_stars = function flx_clearing_stars (rotten, by_jin, truck, loss) {
    // Stars and the next hint, as [stars, hint].
    // 
    //     Arguments:
    //         rotten: share of the harvest, 0 to 1.
    //         by_jin: yuan that a jin dug brings home.
    //         truck: yuan for 100 km.
    //         loss: jin of a hundred that rot in a week.
    if (((rotten >= 0.5) || (by_jin <= 0))) {
        return [0, "\u5148\u8ba9\u70c2\u6389\u7684\u4e0d\u5230\u4e00\u534a\u3002"];
    }
    if (((rotten >= 0.1) || (truck < 300) || (loss < 1))) {
        return [1, "\u518d\u8ba9\u70c2\u6389\u7684\u4e0d\u5230\u4e00\u6210\u3002\u8f66\u94b1\u4e0d\u4f4e\u4e8e 300 \u5143\uff0c\u4e00\u5468\u70c2\u7684\u4e0d\u5c11\u4e8e 1 \u65a4\u3002"];
    }
    if ((by_jin < 1.2)) {
        return [2, "\u518d\u8ba9\u6316\u51fa\u6765\u7684\u6bcf\u65a4\u5408 1.20 \u5143\u3002\u8f66\u94b1\u5f80\u5de6\u79fb\u4e00\u70b9\uff0c\u6216\u8005\u5c11\u70c2\u4e00\u70b9\u3002"];
    }
    return [3, "\u90fd\u505a\u5230\u4e86\u3002\u518d\u628a\u300c\u5b58\u4e00\u5468\u70c2\u51e0\u65a4\u300d\u79fb\u5230 8\uff1a\u5148\u6491\u4e0d\u4f4f\u7684\uff0c\u662f\u54ea\u51e0\u5bb6\uff1f"];
};

tiered_clearing_outcome = function flx_tiered_clearing_outcome (values) {
    var arrived, by_jin, each, earned, flow, flows, gone, jin, left, nation, rotten, rows, sentence, stub10_seq, stub11_itr, total;
    // What goes where, what rots, and what the farmer gets for a jin that was dug.
    // 
    //     Arguments:
    //         values: how ("near", "best" or "nation"), reach (buyers), truck (yuan for 100 km),
    //             loss (of 100 jin that wait for a week).
    if ((((!_pyfunc_op_equals(values["how"], "nation"))) && (values["reach"] < 1))) {
        return ({problem: "\u4e00\u5bb6\u4e5f\u6ca1\u627e\uff0c10 \u4e07\u65a4\u5168\u70c2\u5728\u5730\u91cc\u3002\u628a\u300c\u4ece\u8fd1\u5230\u8fdc\uff0c\u627e\u51e0\u5bb6\u300d\u5f80\u53f3\u79fb\u3002"});
    }
    jin = harvest()["jin"];
    flows = flows_of(values);
    total = 0.0;
    gone = 0.0;
    arrived = 0.0;
    rows = [];
    stub10_seq = flows;
    if ((typeof stub10_seq === "object") && (!Array.isArray(stub10_seq))) { stub10_seq = Object.keys(stub10_seq);}
    for (stub11_itr = 0; stub11_itr < stub10_seq.length; stub11_itr += 1) {
        flow = stub10_seq[stub11_itr];
        gone = _pyfunc_op_add(gone, flow[1]);
        arrived = _pyfunc_op_add(arrived, flow[1]) - flow[3];
        total = _pyfunc_op_add(total, flow[4]);
        _pymeth_append.call(rows, ([flow[0], flow[1], "\u65a4"]));
    }
    left = jin - gone;
    rotten = jin - arrived;
    _pymeth_append.call(rows, ["\u5176\u4e2d\u70c2\u6389", -rotten, "\u65a4"]);
    by_jin = total / jin;
    sentence = _pymeth_format.call("\u5356\u51fa\u597d\u7684 {:.1f} \u4e07\u65a4\uff0c\u70c2\u6389 {:.1f} \u4e07\u65a4\u3002", said(arrived / 10000), said(rotten / 10000));
    sentence = _pyfunc_op_add(sentence, (_pymeth_format.call("\u4e00\u5171\u5230\u624b {:.2f} \u4e07\u5143\uff0c\u6316\u51fa\u6765\u7684\u6bcf\u65a4\u5408 {:.2f} \u5143\u3002", said(total / 10000), said(by_jin))));
    if (_pyfunc_op_equals(values["how"], "nation")) {
        nation = national();
        each = nation["advertising"] - nation["margin"];
        sentence = _pymeth_format.call("\u505a\u5e7f\u544a\u5356\u5168\u56fd\uff0c\u6bcf\u5355 5 \u65a4\u5012\u8d34 {:.2f} \u5143\u3002\u4e00\u5171\u5012\u8d34 {:.1f} \u4e07\u5143\uff0c", said(each), (said((-total) / 10000)));
        sentence = _pyfunc_op_add(sentence, (_pymeth_format.call("\u8fd8\u6709 {:.1f} \u4e07\u65a4\u6ca1\u4eba\u8981\uff0c\u70c2\u5728\u5730\u91cc\u3002", said(left / 10000))));
    }
    earned = clearing_stars(rotten / jin, by_jin, values["truck"], values["loss"]);
    return ({sentence: sentence, rows: rows, flows: flows, left: left, rotten: rotten, total: total, by_jin: by_jin, stars: earned[0], hint: earned[1]});
};

