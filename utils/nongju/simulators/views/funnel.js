// 直播间漏斗: four gates, who stands in the room at an average moment, and the evening's money.
const view = {
  draw({ svg, d3, result, other, width }) {
    const rows = result.rows;
    const gates = rows.slice(0, 4);
    const [room, margin, costs, left] = [rows[4], rows[6], rows[7], rows[8]];
    const start = 104;
    const end = width - 196;
    const count = (n) => nongju.plain(n, n >= 100 ? 0 : 1);

    const x = d3.scaleLinear([0, Math.max(gates[0][1], other ? other.rows[0][1] : 0)], [0, end - start]);
    const gate = svg.selectAll("g.gate").data(gates).join((enter) => {
      const g = enter.append("g").attr("class", "gate");
      g.append("text").attr("class", "label").attr("text-anchor", "end");
      g.append("rect").attr("stroke", "#333").attr("stroke-width", 2);
      g.append("text").attr("class", "number");
      return g;
    });
    gate.attr("transform", (d, i) => `translate(0,${i * 44 + 4})`);
    gate.select(".label").attr("x", start - 8).attr("y", 25).text((d) => d[0]);
    gate.select("rect").attr("x", start).attr("height", 34).attr("width", (d) => Math.max(x(d[1]), 2))
      .attr("fill", (d, i) => ["#dfe8d8", "#bcd3b0", "#7da87b", "#2f6f3e"][i]);
    gate.select(".number").attr("x", (d) => start + Math.max(x(d[1]), 2) + 8).attr("y", 25)
      .text((d, i) => `${count(d[1])} ${d[2]}${i ? ` (100 里 ${count((100 * d[1]) / gates[i - 1][1])})` : ""}`);
    svg.selectAll("path.was").data(other ? other.rows.slice(0, 4) : []).join("path").attr("class", "was")
      .attr("stroke", "#0b57d0").attr("stroke-width", 3).attr("stroke-dasharray", "2 4")
      .attr("d", (d, i) => `M${start + Math.max(x(d[1]), 2)},${i * 44}v42`);

    // The room: one sign a person, in rows; more than fit are said in words.
    const fits = Math.floor((width - start - 120) / 22);
    const people = Math.min(Math.round(room[1]), fits);
    svg.selectAll("text.room").data([`${room[1].toFixed(1)} 人${room[1] > fits + 0.5 ? "……" : ""}`]).join("text")
      .attr("class", "room").attr("y", 214).attr("x", start + people * 22 + 8).text((d) => d);
    svg.selectAll("text.roomlabel").data(["场里平时"]).join("text").attr("class", "roomlabel")
      .attr("x", start - 8).attr("y", 214).attr("text-anchor", "end").text((d) => d);
    const person = svg.selectAll("g.person").data(d3.range(people)).join((enter) => {
      const g = enter.append("g").attr("class", "person").attr("fill", "#4a4a44");
      g.append("circle").attr("r", 5).attr("cy", 196);
      g.append("path").attr("d", "M-7,216v-6a7,7 0 0 1 14,0v6z");
      return g;
    });
    person.attr("transform", (d) => `translate(${start + 10 + d * 22},0)`);

    const money = [["毛利", margin[1]], ["开销", -costs[1]], [left[1] < 0 ? "▼亏" : "▲赚", left[1]]];
    const most = Math.max(...money.map((d) => Math.abs(d[1])), 1);
    const y = d3.scaleLinear([0, most], [0, end - start]);
    const bar = svg.selectAll("g.money").data(money).join((enter) => {
      const g = enter.append("g").attr("class", "money");
      g.append("text").attr("class", "label").attr("text-anchor", "end");
      g.append("rect").attr("stroke", "#333").attr("stroke-width", 2);
      g.append("text").attr("class", "number");
      return g;
    });
    bar.attr("transform", (d, i) => `translate(0,${238 + i * 42})`);
    bar.select(".label").attr("x", start - 8).attr("y", 24).text((d) => d[0]);
    bar.select("rect").attr("x", start).attr("height", 32).attr("width", (d) => Math.max(y(Math.abs(d[1])), 2))
      .attr("fill", (d, i) => (i === 0 ? "#7da87b" : i === 1 ? "#e9c46a" : d[1] < 0 ? "#fff" : "#2f6f3e"))
      .attr("stroke-dasharray", (d, i) => (i === 2 && d[1] < 0 ? "6 4" : null));
    bar.select(".number").attr("x", (d) => start + Math.max(y(Math.abs(d[1])), 2) + 8).attr("y", 24)
      .text((d) => `${Math.abs(d[1]).toFixed(0)} 元`);
    svg.selectAll("line.cut").data([0]).join("line").attr("class", "cut").attr("stroke", "#999")
      .attr("x1", 0).attr("x2", width).attr("y1", 230).attr("y2", 230);
  },
};
