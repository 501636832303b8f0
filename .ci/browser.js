// Reads an HTML report as a person does, and writes into the page what is wrong
// with it. It stands after the page, below "const findings = [...]", which are
// the same findings from the report in JSON lines.
"use strict";
const verdict = [];
let tried = 0;

function want(what, got, wanted) {
  tried++;
  if (JSON.stringify(got) !== JSON.stringify(wanted)) {
    verdict.push(`${what}: ${JSON.stringify(got)}, want ${JSON.stringify(wanted)}`);
  }
}

// What can be seen, which is what has a height.
const visible = () => [...document.querySelectorAll("#findings tbody tr")].filter(row => row.offsetHeight > 0);
const place = f => `${f.file}:${f.line}:${f.column}`;
const places = rows => rows.map(row => row.querySelector("code").textContent);

// The same rows, in whatever order, and the count that says how many.
function wantShown(what, wanted) {
  want(what, places(visible()).sort(), wanted.map(place).sort());
  want(what + ", count", document.getElementById("shown").textContent, wanted.length + " shown");
}

function enter(id, value) {
  const control = document.getElementById(id);
  control.value = value;
  control.dispatchEvent(new Event("input", {bubbles: true}));
}

const distinct = key => [...new Set(findings.map(f => f[key]))];

want("all, in order", places(visible()), findings.map(place));
want("several files, categories and severities", ["file", "category", "severity"].every(key => distinct(key).length > 1), true);

for (const file of distinct("file")) {
  enter("words", file.toUpperCase());
  wantShown("words " + file, findings.filter(f => f.file.includes(file)));
}
enter("words", "no such thing");
wantShown("words that nothing has", []);
enter("words", "");

for (const key of ["category", "severity"]) {
  for (const value of distinct(key)) {
    enter(key, value);
    wantShown(value, findings.filter(f => f[key] === value));
  }
  enter(key, "");
}
enter("severity", "warning");
enter("category", "personal");
enter("words", "svc");
wantShown("all three", findings.filter(f => f.severity === "warning" && f.category === "personal" && f.file.includes("svc")));
for (const id of ["severity", "category", "words"]) enter(id, "");
wantShown("no filter", findings);

const key = {kind: "title", file: "file"};
for (const button of document.querySelectorAll(".overview button")) {
  const {by, value} = button.dataset;
  button.click();
  wantShown(value, findings.filter(f => f[key[by]] === value));
  want(value + ", number", Number(button.lastElementChild.textContent), visible().length);
  button.click();
}
wantShown("no button pressed", findings);

document.querySelectorAll("#findings th button").forEach((button, column) => {
  const cells = () => visible().map(row => row.cells[column].textContent);
  const sorted = direction => cells().sort((a, b) => direction * a.localeCompare(b, undefined, {numeric: true}));
  button.click();
  want("ascending by column " + column, cells(), sorted(1));
  button.click();
  want("descending by column " + column, cells(), sorted(-1));
});
wantShown("sorted", findings);

for (const mark of document.querySelectorAll("mark")) {
  want("a mask", /^\*+$/.test(mark.textContent) && getComputedStyle(mark).textDecorationLine === "underline", true);
}
want("problems", document.body.textContent.includes("read as text"), true);
want("what ran from a file", typeof pwned, "undefined");
want("images", document.images.length, 0);
want("what was loaded", performance.getEntriesByType("resource").map(r => r.name), []);
want("width", document.documentElement.scrollWidth <= innerWidth, true);

const out = document.createElement("pre");
out.id = "verdict";
out.textContent = verdict.length ? verdict.join("\n") : `${tried} passed`;
document.body.replaceChildren(out);
