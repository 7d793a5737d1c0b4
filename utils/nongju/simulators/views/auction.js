// 流量竞价: the queue of three, what each is left with in an evening, and the wallet evening by evening.
const view = {
  draw({ svg, d3, result, other, width, height }) {
    const gap = 10;
    const wide = (width - 2 * gap) / 3;
    const mine = (d) => d[0] === "我";
    const card = svg.selectAll("g.place").data(result.places).join((enter) => {
      const g = enter.append("g").attr("class", "place");
      g.append("rect").attr("rx", 8).attr("height", 146).attr("stroke", "#333");
      for (let line = 0; line < 5; line++) g.append("text").attr("class", `l${line}`).attr("x", 12).attr("y", 26 + line * 27);
      return g;
    });
    card.attr("transform", (d, i) => `translate(${i * (wide + gap)},2)`);
    card.select("rect").attr("x", 2).attr("width", wide - 4)
      .attr("fill", (d) => (mine(d) ? "#dcefe0" : "#fff")).attr("stroke-width", (d) => (mine(d) ? 5 : 2));
    const lines = [
      (d, i) => `第 ${i + 1}：${d[0]}`,
      (d) => `喊 ${d[1].toFixed(2)} 元`,
      (d) => `付 ${d[2].toFixed(2)} 元`,
      (d) => `来 ${d[3].toFixed(0)} 人次`,
      (d) => `一晚${d[4] < 0 ? "▼亏" : "▲赚"} ${Math.abs(d[4]).toFixed(1)} 元`,
    ];
    lines.forEach((said, line) => {
      card.select(`.l${line}`).text(said).attr("font-weight", () => (line === 0 || line === 4 ? 700 : 400));
    });

    const wallet = result.wallet;
    const top = 212;
    const base = height - 34;
    const was = other ? other.wallet : [];
    const x = d3.scaleBand(d3.range(11), [0, width]).padding(0.2);
    const y = d3.scaleLinear([0, Math.max(...wallet, ...was, 1)], [base, top]);
    svg.selectAll("text.title").data(["钱包，一晚一晚（元）"]).join("text").attr("class", "title").attr("x", 2).attr("y", 172).text((d) => d);
    const bars = svg.selectAll("g.wallet").data(wallet).join((enter) => {
      const g = enter.append("g").attr("class", "wallet");
      g.append("rect").attr("stroke", "#333").attr("stroke-width", 2);
      g.append("text").attr("class", "sum").attr("text-anchor", "middle");
      return g;
    });
    bars.select("rect").attr("x", (d, i) => x(i)).attr("width", x.bandwidth())
      .attr("y", (d) => Math.min(y(d), base - 2)).attr("height", (d) => Math.max(base - y(d), 2))
      .attr("fill", (d, i) => (i === 0 ? "#7da87b" : d < wallet[0] ? "#e9c46a" : "#2f6f3e"));
    bars.select(".sum").attr("x", (d, i) => x(i) + x.bandwidth() / 2).attr("y", (d) => Math.min(y(d), base - 2) - 6)
      .text((d) => (d <= 0 ? "空了" : d.toFixed(0)));
    svg.selectAll("text.night").data(d3.range(11)).join("text").attr("class", "night").attr("text-anchor", "middle")
      .attr("x", (d) => x(d) + x.bandwidth() / 2).attr("y", height - 8).text((d) => (d ? d : "开始"));
    svg.selectAll("line.start").data([wallet[0]]).join("line").attr("class", "start").attr("stroke", "#333").attr("stroke-dasharray", "6 4")
      .attr("x1", 0).attr("x2", width).attr("y1", y).attr("y2", y);
    svg.selectAll("line.was").data(was).join("line").attr("class", "was").attr("stroke", "#0b57d0").attr("stroke-width", 3)
      .attr("stroke-dasharray", "2 4").attr("x1", (d, i) => x(i) - 4).attr("x2", (d, i) => x(i) + x.bandwidth() + 4)
      .attr("y1", y).attr("y2", y);
  },
};
