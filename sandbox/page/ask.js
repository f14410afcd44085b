// A dialog with one text.
import { html, useState } from "./vendor/index.js";
import { Dialog } from "./dialog.js";

export function Ask({ title, value, most, done }) {
  const [text, write] = useState(value);
  const left = most - [...text].length;
  const fine = text.trim() && left >= 0;
  const send = (event) => {
    event.preventDefault();
    if (fine) done(text.trim());
  };
  const keys = (event) => event.key === "Enter" && !event.shiftKey && send(event);
  return html`<${Dialog} title=${title} done=${done} kind="form">
    <form onSubmit=${send}>
      <textarea aria-label=${title} rows="4" autofocus value=${text} onInput=${(event) => write(event.target.value)}
        onKeyDown=${keys}></textarea>
      <footer class="dialog-foot"><span>${left} left</span><button class="main" disabled=${!fine}>Save</button></footer>
    </form>
  <//>`;
}
