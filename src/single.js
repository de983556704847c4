  // In a page that holds everything: the glue has left its start here, and the WebAssembly stands as text.
  const run = async (kind) => {
    await parsed;
    const text = atob(document.getElementById(`_${kind}wasm`).textContent);
    return programs[kind]({ module_or_path: Uint8Array.from(text, (letter) => letter.charCodeAt(0)) });
  };
