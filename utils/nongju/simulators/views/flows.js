// 分级消化 for the projector: the same jin as streams, from the field to the buyers to what is sold or rots.
const view = {
  draw({ svg, d3, result, width, height }) {
    const nodes = [{ name: "挖出来" }];
    const links = [];
    const add = (name) => nodes.push({ name }) - 1;
    const flowing = result.flows.filter((flow) => flow[1] > 0);
    const buyers = flowing.map(([name]) => add(name));
    const unwanted = add("没人要");
    const sold = add("卖出好的");
    const rot = add("烂掉");
    flowing.forEach(([, load, , lost], i) => {
      links.push({ source: 0, target: buyers[i], value: load, rot: false });
      if (load > lost) links.push({ source: buyers[i], target: sold, value: load - lost, rot: false });
      if (lost > 0) links.push({ source: buyers[i], target: rot, value: lost, rot: true });
    });
    if (result.left > 0) {
      // a place of its own in the middle, so that it does not run behind the buyers
      links.push({ source: 0, target: unwanted, value: result.left, rot: true });
      links.push({ source: unwanted, target: rot, value: result.left, rot: true });
    }
    const used = new Set(links.flatMap((link) => [link.source, link.target]));
    const kept = nodes.map((node, i) => ({ ...node, i })).filter((node) => used.has(node.i));
    const laid = d3.sankey().nodeId((node) => node.i).nodeWidth(16).nodePadding(20).nodeSort(null).linkSort(null)
      .extent([[86, 12], [width - 150, height - 12]])({ nodes: kept, links });
    svg.selectAll("path.flow").data(laid.links).join("path").attr("class", "flow").attr("fill", "none")
      .attr("d", d3.sankeyLinkHorizontal()).attr("stroke-width", (link) => Math.max(link.width, 1))
      .attr("stroke", (link) => (link.rot ? "#8a8a82" : "#7da87b")).attr("stroke-opacity", 0.55)
      .attr("stroke-dasharray", (link) => (link.rot ? "8 4" : null));
    svg.selectAll("rect.node").data(laid.nodes).join("rect").attr("class", "node").attr("stroke", "#333")
      .attr("fill", (node) => (node.i === rot || node.i === unwanted ? "#fff" : "#2f6f3e"))
      .attr("x", (node) => node.x0).attr("y", (node) => node.y0)
      .attr("width", (node) => node.x1 - node.x0).attr("height", (node) => Math.max(node.y1 - node.y0, 2));
    svg.selectAll("text.node").data(laid.nodes).join("text").attr("class", "node").raise()
      .attr("text-anchor", (node) => (node.i === 0 ? "end" : "start"))
      .attr("x", (node) => (node.i === 0 ? node.x0 - 6 : node.x1 + 6)).attr("y", (node) => (node.y0 + node.y1) / 2 + 6)
      .text((node) => `${node.i === rot ? "▼" : ""}${node.name}${node.i === 0 ? "" : ` ${(node.value / 10000).toFixed(1)} 万斤`}`);
  },
};
