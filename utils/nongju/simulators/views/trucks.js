// 分级消化: one line a buyer, near ones on top: how much is loaded, in trucks, and what a jin brings home.
const view = {
  draw({ svg, d3, result, other, width, height }) {
    const TRUCK = 5000; // jin, one box of the bar
    const start = 128;
    const end = width - 222;
    const flows = result.flows.map(([name, load, each]) => ({ name, load, each, rot: false }));
    flows.push({ name: "烂掉", load: result.rotten, each: 0, rot: true });
    const tall = Math.min((height - 8) / flows.length, 52);
    const x = d3.scaleLinear([0, Math.max(...flows.map((d) => d.load), 50000)], [0, end - start]);
    const jin = (n) => `${(n / 10000).toFixed(1)} 万斤`;

    const row = svg.selectAll("g.buyer").data(flows).join((enter) => {
      const g = enter.append("g").attr("class", "buyer");
      g.append("text").attr("class", "name").attr("text-anchor", "end").attr("x", start - 8);
      g.append("rect").attr("x", start).attr("stroke", "#333").attr("stroke-width", 2);
      g.append("path").attr("stroke", "#333").attr("fill", "none");
      g.append("text").attr("class", "said");
      return g;
    });
    row.attr("transform", (d, i) => `translate(0,${i * tall + 4})`);
    row.select(".name").attr("y", tall / 2 + 6).text((d) => d.name);
    row.select("rect").attr("y", 5).attr("height", tall - 12).attr("width", (d) => x(d.load))
      .attr("display", (d) => (d.load > 0 ? null : "none"))
      .attr("fill", (d) => (d.rot ? "#fff" : d.each < 0 ? "#f1b48a" : "#7da87b"))
      .attr("stroke-dasharray", (d) => (d.rot ? "6 4" : null));
    row.select("path").attr("d", (d) => {
      if (d.rot) return "";
      const cuts = d3.range(TRUCK, d.load, TRUCK);
      return cuts.map((at) => `M${start + x(at)},5v${tall - 12}`).join("");
    });
    row.select(".said").attr("x", (d) => start + x(d.load) + 8).attr("y", tall / 2 + 6).text((d) => {
      if (d.rot) return `▼${jin(d.load)}`;
      const each = d.each < 0 ? `每斤贴 ${(-d.each).toFixed(2)} 元` : `每斤到手 ${d.each.toFixed(2)} 元`;
      return d.load > 0 ? `${jin(d.load)},${each}` : `不装（${each}）`;
    });
    const was = other ? [...other.flows.map((flow) => flow[1]), other.rotten] : [];
    svg.selectAll("path.was").data(was.length === flows.length ? was : []).join("path").attr("class", "was")
      .attr("stroke", "#0b57d0").attr("stroke-width", 4).attr("stroke-dasharray", "3 4")
      .attr("d", (d, i) => `M${start + x(d)},${(i + 1) * tall - 8}v11`);
  },
};
