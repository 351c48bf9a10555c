// Days, times and numbers that the browser cannot read, such as one that is half typed: it would send nothing in their place, and what is
// stored would be deleted. The browser refuses to send the form, with and without this script; here it is said as the pages say what is
// wrong, and not in a bubble that goes away. The words stand with the script on the page.
(function () {
  'use strict';

  var script = document.currentScript;
  var refused = [];
  // takes away what was said beside the fields before
  var undo = [];

  document.addEventListener('invalid', function (event) {
    event.preventDefault();
    if (refused.length === 0) {
      // each field is told on its own; the summary is made when all are known
      window.setTimeout(show);
    }
    refused.push(event.target);
  }, true);

  function show() {
    var fields = refused;
    refused = [];
    undo.forEach(function (step) {
      step();
    });
    undo = [];
    var list = document.createElement('ul');
    fields.forEach(function (field) {
      var words = field.validity.badInput && script.getAttribute('data-' + field.type);
      var message = name(field) + ': ' + (words || field.validationMessage);
      var link = document.createElement('a');
      link.href = '#' + field.id;
      link.textContent = message;
      list.appendChild(document.createElement('li')).appendChild(link);
      sayBeside(field, message);
      open(field);
    });
    summary(list).focus();
    if (document.title.indexOf(script.dataset.error) !== 0) {
      document.title = script.dataset.error + ' ' + document.title;
    }
  }

  // as the label calls it, and of which group it is
  function name(field) {
    var group = field.closest('fieldset');
    var label = field.labels[0].cloneNode(true);
    label.querySelectorAll('.optional').forEach(function (optional) {
      optional.remove();
    });
    return (group ? text(group.querySelector('legend')) + ' – ' : '') + text(label);
  }

  function text(element) {
    return element.textContent.replace(/\s+/g, ' ').trim();
  }

  function sayBeside(field, message) {
    var error = document.getElementById(field.id + '-error');
    if (!error) {
      var described = field.getAttribute('aria-describedby');
      var around = field.closest('.field');
      error = document.createElement('p');
      error.className = 'error';
      error.id = field.id + '-error';
      field.before(error);
      field.setAttribute('aria-describedby', (described ? described + ' ' : '') + error.id);
      field.setAttribute('aria-invalid', 'true');
      around.classList.add('field-error');
      undo.push(function () {
        error.remove();
        if (described) {
          field.setAttribute('aria-describedby', described);
        } else {
          field.removeAttribute('aria-describedby');
        }
        field.removeAttribute('aria-invalid');
        around.classList.remove('field-error');
      });
    }
    var prefix = document.createElement('span');
    prefix.className = 'sr';
    prefix.textContent = script.dataset.error;
    error.replaceChildren(prefix, ' ' + message);
  }

  function open(field) {
    for (var block = field.closest('details'); block; block = block.parentElement.closest('details')) {
      block.open = true;
    }
  }

  // in the place of what the server said before
  function summary(list) {
    var before = document.getElementById('error-summary');
    var box = document.createElement('div');
    var title = document.createElement('h2');
    box.className = 'error-summary';
    box.id = 'error-summary';
    box.tabIndex = -1;
    box.setAttribute('role', 'alert');
    box.setAttribute('aria-labelledby', 'error-summary-title');
    title.id = 'error-summary-title';
    title.textContent = script.dataset.problem;
    box.append(title, list);
    if (before) {
      before.replaceWith(box);
    } else {
      document.getElementById('main').prepend(box);
    }
    return box;
  }
})();
