// Single keys for the plan of admission. Everything they do is a link or a button of the page; they can be turned off (WCAG 2.1.4).
(function () {
  'use strict';

  var STORE = 'infocus-single-keys';
  var FOCUS = { v: '[data-focus="v"]', c: '#text', '/': '#q' };
  var help = document.getElementById('keys');
  var toggle = document.getElementById('keys-on');
  // a page that is on its way: a second key must not decide about somebody who is not in sight yet
  var leaving = false;

  function isOn() {
    try {
      return window.localStorage.getItem(STORE) !== 'off';
    } catch (e) {
      return true;
    }
  }

  function rows() {
    return Array.prototype.slice.call(document.querySelectorAll('[data-row]'));
  }

  function rowInFocus() {
    return document.activeElement && document.activeElement.closest('[data-row]');
  }

  function move(by) {
    var all = rows();
    var at = all.indexOf(rowInFocus());
    var row = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
    if (row) {
      row.querySelector('a').focus();
      return true;
    }
    return false;
  }

  function press(key) {
    var target = document.querySelector('[data-key="' + key + '"]');
    if (!target) {
      return false;
    }
    leaving = true;
    target.click();
    return true;
  }

  function act(key) {
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
      return Boolean(box);
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
  window.addEventListener('pageshow', function () {
    leaving = false;
  });
  document.addEventListener('keydown', function (event) {
    if (leaving || !toggle.checked || event.defaultPrevented || event.repeat || event.isComposing
        || event.ctrlKey || event.altKey || event.metaKey) {
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
