// 价格瀑布: what the buyer pays falls step by step to what is left; ▲ comes in, ▼ goes out.
const view = {
  draw({ svg, d3, result, other, width, height }) {
    const top = 8, bottom = 60, left = 8;
    let level = 0;
    const steps = result.rows.map(([label, amount], i) => {
      const last = i === result.rows.length - 1;
      const from = i === 0 || last ? 0 : level;
      const to = last ? amount : from + amount;
      if (!last) level = to;
      return { label, amount, from, to, last, first: i === 0 };
    });
    const ends = steps.flatMap((s) => [s.from, s.to]);
    const was = other ? other.rows[other.rows.length - 1][1] : null;
    if (was !== null) ends.push(was);
    const x = d3.scaleBand(steps.map((s, i) => i), [left, width - left]).padding(0.18);
    const y = d3.scaleLinear([Math.min(0, ...ends), Math.max(1, ...ends)], [height - bottom, top + 24]);
    const bar = (s) => Math.max(Math.abs(y(s.to) - y(s.from)), 1);
    const colour = (s) => (s.last ? (s.amount < 0 ? "#fff" : "#2f6f3e") : s.first ? "#7da87b" : "#e9c46a");

    const group = svg.selectAll("g.step").data(steps).join((enter) => {
      const g = enter.append("g").attr("class", "step");
      g.append("rect").attr("stroke", "#333").attr("stroke-width", 2);
      g.append("text").attr("class", "number").attr("text-anchor", "middle");
      g.append("text").attr("class", "label").attr("text-anchor", "middle");
      return g;
    });
    group.select("rect")
      .attr("x", (s, i) => x(i)).attr("width", x.bandwidth())
      .attr("y", (s) => Math.min(y(s.from), y(s.to))).attr("height", bar)
      .attr("fill", colour).attr("stroke-dasharray", (s) => (s.last && s.amount < 0 ? "6 4" : null));
    group.select(".number")
      .attr("x", (s, i) => x(i) + x.bandwidth() / 2)
      .attr("y", (s) => Math.min(y(s.from), y(s.to)) - 6)
      .text((s) => `${s.first ? "" : s.last ? (s.amount < 0 ? "▼亏" : "▲赚") : "▼"}${Math.abs(s.amount).toFixed(1)}`);
    group.select(".label")
      .attr("x", (s, i) => x(i) + x.bandwidth() / 2)
      .attr("y", (s, i) => height - bottom + 24 + (i % 2) * 24)
      .text((s) => s.label);

    svg.selectAll("line.zero").data([0]).join("line").attr("class", "zero").attr("stroke", "#333")
      .attr("x1", left).attr("x2", width - left).attr("y1", y(0)).attr("y2", y(0));
    svg.selectAll("line.other").data(was === null ? [] : [was]).join("line").attr("class", "other")
      .attr("stroke", "#0b57d0").attr("stroke-width", 3).attr("stroke-dasharray", "2 5")
      .attr("x1", () => x(steps.length - 1) - 12).attr("x2", width - left).attr("y1", y).attr("y2", y);
  },
};
