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
var _pyfunc_str = String;
var _pyfunc_truthy = function (v) {
    if (v === null || typeof v !== "object") {return v;}
    else if (v.length !== undefined) {return v.length ? v : false;}
    else if (v.byteLength !== undefined) {return v.byteLength ? v : false;}
    else if (v.constructor !== Object) {return true;}
    else {return Object.getOwnPropertyNames(v).length ? v : false;}
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
var assumed_fee, billed_weight, freight, parcel_freight, parcel_margin, parcel_of, parcel_waterfall, require_amount, require_coupons, require_part, require_positive, require_share, said, sealed_weight, waterfall_outcome;
said = function flx_said (number) {
    // A number of 0 or more, ready to be formatted: halves go up in both languages.
    // 
    //     Python writes 2.5 without decimals as 2, JavaScript as 3. A billionth more is nobody's money.
    return number + (1e-09);
};

assumed_fee = function flx_assumed_fee () {
    // The platform's service fee as a share of what buyers pay: the fact `fee_assumed`.
    return 0.02;
};

require_amount = function flx_require_amount (value, name) {
    var err_2;
    // Stop unless a value is at least 0 (and below a million million, so no infinity).
    if ((!((value >= 0) && (value < 1000000000000)))) {
        throw _pyfunc_op_error('ValueError', ((name + " must be at least 0 and finite, not ") + _pyfunc_str(value)));
    }
    return null;
};

require_positive = function flx_require_positive (value, name) {
    var err_2;
    // Stop unless a value is above 0 (and below a million million).
    if ((!((value > 0) && (value < 1000000000000)))) {
        throw _pyfunc_op_error('ValueError', ((name + " must be above 0 and finite, not ") + _pyfunc_str(value)));
    }
    return null;
};

require_share = function flx_require_share (value, name) {
    var err_2;
    // Stop unless a value is a share from 0 to 1.
    if ((!((value >= 0) && (value <= 1)))) {
        throw _pyfunc_op_error('ValueError', ((name + " is a share from 0 to 1, write 0.62 for 62 percent, not ") + _pyfunc_str(value)));
    }
    return null;
};

require_part = function flx_require_part (value, name) {
    var err_2;
    // Stop unless a value is a share from 0 up to, not including, 1.
    if ((!((value >= 0) && (value < 1)))) {
        throw _pyfunc_op_error('ValueError', ((name + " is a share from 0, below 1, write 0.02 for 2 percent, not ") + _pyfunc_str(value)));
    }
    return null;
};

require_coupons = function flx_require_coupons (listed, seller_off, platform_off) {
    var err_2;
    // Stop unless the seller's and the platform's coupons fit into the listed price.
    require_amount(listed, "listed");
    require_amount(seller_off, "seller_off");
    require_amount(platform_off, "platform_off");
    if ((_pyfunc_op_add(seller_off, platform_off) > (listed + (1e-09)))) {
        throw _pyfunc_op_error('ValueError', ("the coupons are worth more than the listed price " + _pyfunc_str(listed)));
    }
    return null;
};

sealed_weight = function flx_sealed_weight (jin, box_kg, kg_per_jin) {
    kg_per_jin = (kg_per_jin === undefined) ? 0.5: kg_per_jin;
    // Weight of the sealed box in kilogram: goods, box, padding, ice.
    // 
    //     Arguments:
    //         jin: goods in jin, at least 0.
    //         box_kg: everything that is not goods, kilogram, at least 0.
    //         kg_per_jin: 0.5 in mainland China; a parameter because no jin is 500 g by nature.
    require_amount(jin, "jin");
    require_amount(box_kg, "box_kg");
    require_positive(kg_per_jin, "kg_per_jin");
    return _pyfunc_op_add(_pyfunc_op_mult(jin, kg_per_jin), box_kg);
};

billed_weight = function flx_billed_weight (kg, step_kg) {
    var steps, whole;
    step_kg = (step_kg === undefined) ? 1.0: step_kg;
    // Weight the courier bills: the sealed weight rounded up to the next step.
    // 
    //     Arguments:
    //         kg: weight of the sealed box, above 0.
    //         step_kg: rounding step of the contract in kilogram, above 0 (1, 0.5 or 0.1), or 0 for
    //             a contract that bills the exact weight.
    require_positive(kg, "kg");
    require_amount(step_kg, "step_kg");
    if (_pyfunc_op_equals(step_kg, 0)) {
        return kg;
    }
    steps = kg / step_kg;
    whole = Math.floor(steps/1);
    if (((steps - whole) > (1e-09))) {
        whole = whole + 1;
    }
    return _pyfunc_op_mult(whole, step_kg);
};

freight = function flx_freight (billed_kg, first_price, step_price, first_kg) {
    var further;
    first_kg = (first_kg === undefined) ? 1.0: first_kg;
    // Freight of one parcel: the first weight has its price, the rest is paid by the kilogram.
    // 
    //     Arguments:
    //         billed_kg: billed weight, above 0.
    //         first_price: yuan for the first weight in this zone, at least 0.
    //         step_price: yuan for each further kilogram in this zone, at least 0.
    //         first_kg: how much the first weight covers, kilogram, above 0.
    require_positive(billed_kg, "billed_kg");
    require_amount(first_price, "first_price");
    require_amount(step_price, "step_price");
    require_positive(first_kg, "first_kg");
    further = billed_kg - first_kg;
    further = Math.max(further, 0);
    return _pyfunc_op_add(first_price, _pyfunc_op_mult(step_price, further));
};

parcel_freight = function flx_parcel_freight (jin, box_kg, first_price, step_price, step_kg, first_kg) {
    step_kg = (step_kg === undefined) ? 1.0: step_kg;
    first_kg = (first_kg === undefined) ? 1.0: first_kg;
    // Freight of a box of so many jin: weighed sealed, rounded up, priced by zone.
    // 
    //     Arguments:
    //         jin: goods in jin, at least 0.
    //         box_kg: everything that is not goods, kilogram, at least 0.
    //         first_price: yuan for the first weight in this zone, at least 0.
    //         step_price: yuan for each further kilogram in this zone, at least 0.
    //         step_kg: rounding step of the contract, see `billed_weight`.
    //         first_kg: how much the first weight covers, kilogram, above 0.
    return freight(billed_weight(sealed_weight(jin, box_kg, 0.5), step_kg), first_price, step_price, first_kg);
};

parcel_waterfall = function flx_parcel_waterfall (listed, freight_paid, seller_off, platform_off, fee_rate, goods, own_time, packing, freight, returned, sent_back, recovered, spread, waiting) {
    var err_2, paid, taken;
    // Steps from what one paid order brings to what it leaves, as [name, yuan].
    // 
    //     Money in is above 0, money out below. Names, in order: paid (by the buyer, freight
    //     included), platform_coupon, refunds, fee, goods, recovered_goods, own_time, packing,
    //     freight, freight_back, spread, waiting. Their sum is the contribution margin of
    //     `parcel_margin`. A refund gives back the buyer's money and the platform's coupon, and
    //     the fee on both.
    // 
    //     Arguments:
    //         listed: listed price of the parcel, yuan, at least 0.
    //         freight_paid: freight that the buyer pays on top, yuan, at least 0.
    //         seller_off: coupons that the seller pays, yuan, at least 0.
    //         platform_off: coupons that the platform pays, yuan, at least 0.
    //         fee_rate: platform fee, 0 up to, not including, 1.
    //         goods: goods after yield and loss, one's own at what others would pay, yuan, at least 0.
    //         own_time: one's own minutes at what others would pay, yuan, at least 0.
    //         packing: box, bag, ice, label, yuan, at least 0.
    //         freight: what the courier bills one way, yuan, at least 0.
    //         returned: share of paid orders refunded or refused, 0 to 1.
    //         sent_back: share of paid orders sent back at the seller's cost, 0 to `returned`.
    //         recovered: share of returned goods that can be sold again, 0 to 1.
    //         spread: this parcel's share of licence and registration, yuan, at least 0.
    //         waiting: what waiting for the money costs, yuan, at least 0.
    // 
    //     Raises:
    //         ValueError: out of range; coupons worth more than the price; more sent back than
    //             refunded.
    // 
    //     Source: fee base of 视频号商家技术服务费管理规则, 1 Jan 2023; the rest is the definition of
    //     contribution margin, Horngren, Cost Accounting, ch. 3.
    require_amount(freight_paid, "freight_paid");
    require_part(fee_rate, "fee_rate");
    require_amount(goods, "goods");
    require_amount(own_time, "own_time");
    require_amount(packing, "packing");
    require_amount(freight, "freight");
    require_share(returned, "returned");
    require_share(sent_back, "sent_back");
    require_share(recovered, "recovered");
    require_amount(spread, "spread");
    require_amount(waiting, "waiting");
    if ((sent_back > returned)) {
        throw _pyfunc_op_error('ValueError', ("sent_back is part of returned, not more: " + _pyfunc_str(sent_back)));
    }
    require_coupons(listed, seller_off, platform_off);
    paid = _pyfunc_op_add(((listed - seller_off) - platform_off), freight_paid);
    taken = _pyfunc_op_add(paid, platform_off);
    return [["paid", paid], ["platform_coupon", platform_off], ["refunds", _pyfunc_op_mult((-taken), returned)], ["fee", _pyfunc_op_mult((_pyfunc_op_mult((-taken), (1 - returned))), fee_rate)], ["goods", -goods], ["recovered_goods", _pyfunc_op_mult(_pyfunc_op_mult(goods, returned), recovered)], ["own_time", -own_time], ["packing", -packing], ["freight", -freight], ["freight_back", _pyfunc_op_mult((-freight), sent_back)], ["spread", -spread], ["waiting", -waiting]];
};

parcel_margin = function flx_parcel_margin (steps) {
    var amount, err_3, step, stub1_seq, stub2_itr, total;
    // Contribution margin of one paid order: the sum of its steps, yuan.
    // 
    //     Arguments:
    //         steps: from `parcel_waterfall`.
    total = 0.0;
    stub1_seq = steps;
    if ((typeof stub1_seq === "object") && (!Array.isArray(stub1_seq))) { stub1_seq = Object.keys(stub1_seq);}
    for (stub2_itr = 0; stub2_itr < stub1_seq.length; stub2_itr += 1) {
        step = stub1_seq[stub2_itr];
        amount = step[1];
        if ((Object.prototype.toString.call(amount).slice(8,-1).toLowerCase() === 'string')) {
            throw _pyfunc_op_error('ValueError', ("a step is [name, yuan], not " + _pyfunc_str(step)));
        }
        total = _pyfunc_op_add(total, amount);
    }
    return total;
};

parcel_of = function flx_parcel_of (goods) {
    // What one parcel of each goods costs and weighs, and the price that buyers still accept.
    // 
    //     Returns:
    //         goods, own_time, packing in yuan; jin of goods; box_kg; cap: yuan a parcel.
    if (_pyfunc_op_equals(goods, "potato")) {
        return ({goods: 5 / 0.95, own_time: 1.0, packing: 2.0, jin: 5.0, box_kg: 0.4, cap: 18});
    }
    if (_pyfunc_op_equals(goods, "lotus")) {
        return ({goods: 24.0, own_time: 1.0, packing: 1.5, jin: 1.0, box_kg: 0.2, cap: 42});
    }
    return ({goods: _pyfunc_op_mult(2, ((14 / 0.62) + 5)), own_time: 5.0, packing: 4.0, jin: 2.0, box_kg: 0.4, cap: 128});
};

waterfall_outcome = function flx_waterfall_outcome (values) {
    var box, courier, far, fee, gained, goods, hint, left, money, parcel, price, rows, sentence, share, stars, steps, where, word, work;
    // Steps of one parcel, what they leave in words, and how far the challenge is met.
    // 
    //     Arguments:
    //         values: price (yuan), goods, zone ("near" or "far"), returns (of a hundred parcels).
    parcel = parcel_of(values["goods"]);
    far = _pyfunc_op_equals(values["zone"], "far");
    courier = parcel_freight(parcel["jin"], parcel["box_kg"], (_pyfunc_truthy(far))? (8) : (4), (_pyfunc_truthy(far))? (4) : (1.5), 1.0, 1.0);
    price = values["price"];
    share = values["returns"] / 100;
    goods = parcel["goods"];
    work = parcel["own_time"];
    box = parcel["packing"];
    fee = assumed_fee();
    steps = parcel_waterfall(price, 0, 0, 0, fee, goods, work, box, courier, share, share, 0, 0, 0);
    left = parcel_margin(steps);
    rows = [["\u987e\u5ba2\u4ed8", price, "\u5143"], ["\u9000\u6b3e", steps[2][1], "\u5143"], ["\u670d\u52a1\u8d39", steps[3][1], "\u5143"], ["\u8d27", steps[4][1], "\u5143"], ["\u5de5\u94b1", steps[6][1], "\u5143"], ["\u5305\u88c5", steps[7][1], "\u5143"], ["\u5feb\u9012", _pyfunc_op_add((_pyfunc_float((steps[8][1]))), (_pyfunc_float((steps[9][1])))), "\u5143"], ["\u5269\u4e0b", left, "\u5143"]];
    word = ((left >= 0))? ("\u8d5a") : ("\u4e8f");
    money = ((left >= 0))? (left) : (-left);
    where = (_pyfunc_truthy(far))? ("\u5bc4\u7701\u5916") : ("\u5bc4\u7701\u5185");
    gained = ((money >= 0.05))? (_pymeth_format.call("{} {:.1f} \u5143", word, said(money))) : ("\u4e0d\u8d5a\u4e5f\u4e0d\u4e8f");
    sentence = _pymeth_format.call("\u5356 {:.0f} \u5143\uff0c{}\uff0c\u6bcf\u5356\u4e00\u5355{}\u3002", said(price), where, gained);
    if ((price > parcel["cap"])) {
        sentence = _pyfunc_op_add(sentence, (_pymeth_format.call("\u53ef\u662f\u8fd9\u6837\u8d27\u5356\u8fc7 {:.0f} \u5143\uff0c\u5c31\u5c11\u6709\u4eba\u4e70\u4e86\u3002", said(parcel["cap"]))));
    }
    stars = 0;
    hint = "\u5148\u8ba9\u7701\u5185\u4e0d\u4e8f\u3002";
    if (((left >= 0) && (price <= parcel["cap"]))) {
        stars = 1;
        hint = "\u518d\u8ba9\u7701\u5916\u4e5f\u4e0d\u4e8f\uff0c\u8fd8\u7b97\u4e0a\u6bcf\u767e\u5355\u9000 5 \u5355\u3002";
        if ((_pyfunc_truthy(far) && (values["returns"] >= 5))) {
            stars = 2;
            hint = "\u518d\u8ba9\u5269\u4e0b\u7684\u6709\u5356\u4ef7\u7684\u4e00\u6210\u3002";
            if ((left >= _pyfunc_op_mult(0.1, price))) {
                stars = 3;
                hint = "\u90fd\u505a\u5230\u4e86\u3002\u60f3\u4e00\u60f3\uff1a\u54ea\u6837\u8d27\u505a\u4e0d\u5230\uff0c\u4e3a\u4ec0\u4e48\uff1f";
            }
        }
    }
    return ({sentence: sentence, rows: rows, stars: stars, hint: hint});
};

