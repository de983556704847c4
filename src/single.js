  // In a page that holds everything: the glue has left its start here, and the WebAssembly stands as text.
  function run(kind) {
    return parsed.then(function () {
      var text = atob(document.getElementById(kind + "wasm").textContent);
      var wasm = Uint8Array.from(text, function (letter) {
        return letter.charCodeAt(0);
      });
      return programs[kind]({ module_or_path: wasm });
    });
  }
