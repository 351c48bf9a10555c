// Single keys for the plan of admission. They press links and buttons of the page, tick its boxes and lead the focus; all of it can be done
// without them, and they can be turned off (WCAG 2.1.4).
(function () {
  'use strict';

  var STORE = 'infocus-single-keys';
  var ROW = 'infocus-last-row';
  var FOCUS = { v: '[data-focus="v"]', c: '#text', '/': '#q' };
  var help = document.getElementById('keys');
  var toggle = document.getElementById('keys-on');
  // where the page says why a key did nothing; for each key the page itself knows the words
  var said = document.getElementById('keys-said');
  // a page that is on its way: a second key must not decide about somebody who is not in sight yet
  var leaving = false;

  function isOn() {
    try {
      return window.localStorage.getItem(STORE) !== 'off';
    } catch (e) {
      return true;
    }
  }

  // the button that waits for something to be chosen first
  var waiting = null;

  function rows() {
    return Array.prototype.slice.call(document.querySelectorAll('[data-row]'));
  }

  function rowInFocus() {
    return document.activeElement && document.activeElement.closest('[data-row]');
  }

  function link(row) {
    return row.querySelector('a');
  }

  // which list the page shows, whatever it says about what has just been done
  function list() {
    var parameters = new URLSearchParams(window.location.search);
    ['done', 'step', 'count'].forEach(function (name) {
      parameters.delete(name);
    });
    return window.location.pathname + '?' + parameters;
  }

  // addresses alone, which hold keys and no names, and only until the tab is closed
  function rememberRow() {
    var row = rowInFocus();
    if (!row) {
      return;
    }
    try {
      window.sessionStorage.setItem(ROW, JSON.stringify({
        list: list(), at: rows().indexOf(row), person: link(row).pathname
      }));
    } catch (e) {
      // the next page then begins with its first row
    }
  }

  // after a form was sent the page is a new one, and one goes on from the row where one was
  function nextToLast(all, by) {
    var last = null;
    try {
      last = JSON.parse(window.sessionStorage.getItem(ROW));
    } catch (e) {
      // as if there were none
    }
    if (!last || last.list !== list()) {
      return 0;
    }
    var at = all.findIndex(function (row) {
      return link(row).pathname === last.person;
    });
    // who is in the list no longer has made room for the next
    return at >= 0 ? at + by : last.at + Math.min(by, 0);
  }

  function move(by) {
    var all = rows();
    var at = all.indexOf(rowInFocus());
    var to = at < 0 ? nextToLast(all, by) : at + by;
    var row = all[Math.min(all.length - 1, Math.max(0, to))];
    if (row) {
      link(row).focus();
      return true;
    }
    return false;
  }

  // what the button asks for and nobody has chosen yet
  function missingFor(button) {
    var field = button.hasAttribute('data-needs') && document.getElementById(button.getAttribute('data-needs'));
    if (!field || field.value) {
      return null;
    }
    var closed = field.closest('details');
    if (closed) {
      closed.open = true;
    }
    return field;
  }

  function say(words) {
    if (said) {
      said.textContent = words || '';
    }
    return Boolean(said && words);
  }

  function press(key) {
    var target = document.querySelector('[data-key="' + key + '"]');
    if (!target) {
      return say(said && said.getAttribute('data-' + key));
    }
    var missing = missingFor(target);
    if (missing) {
      waiting = { button: target, field: missing };
      missing.focus();
      return true;
    }
    leaving = true;
    target.click();
    return true;
  }

  function act(key) {
    say('');
    if (key === '?') {
      help.open = !help.open;
      if (help.open) {
        help.querySelector('summary').focus();
      }
      return true;
    }
    if (FOCUS[key]) {
      var field = document.querySelector(FOCUS[key]);
      if (field) {
        field.focus();
      }
      return Boolean(field);
    }
    if (key === 'x') {
      var row = rowInFocus();
      var box = row && row.querySelector('input[type="checkbox"]');
      if (box) {
        box.click();
      }
      return Boolean(box) || (Boolean(row) && say(said && said.getAttribute('data-x')));
    }
    if ((key === 'j' || key === 'k') && rows().length) {
      return move(key === 'j' ? 1 : -1);
    }
    return /^[a-z]$/.test(key) && press(key);
  }

  if (!help || !toggle) {
    return;
  }
  help.hidden = false;
  toggle.checked = isOn();
  toggle.addEventListener('change', function () {
    try {
      window.localStorage.setItem(STORE, toggle.checked ? 'on' : 'off');
    } catch (e) {
      // the choice then lasts as long as the page
    }
  });
  document.addEventListener('focusin', rememberRow);
  window.addEventListener('pageshow', function () {
    leaving = false;
  });
  document.addEventListener('keydown', function (event) {
    if (leaving || !toggle.checked || event.defaultPrevented || event.repeat || event.isComposing
        || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (event.key === 'Enter' && waiting && event.target === waiting.field && waiting.field.value) {
      event.preventDefault();
      leaving = true;
      waiting.button.click();
      return;
    }
    if (event.target.closest('textarea, select, input:not([type="checkbox"]):not([type="radio"]), [contenteditable]')) {
      return;
    }
    if (act(event.key)) {
      event.preventDefault();
    }
  });
})();
