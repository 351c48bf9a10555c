// Small help for pages that use htmx. Every page works without it.
(function () {
  'use strict';

  // On a narrow screen the blocks before the list would push it out of sight: they start folded, and open again where there is room.
  var narrow = window.matchMedia('(max-width: 39.99rem)');
  function fold(root) {
    root.querySelectorAll('details.fold').forEach(function (block) {
      block.open = !narrow.matches;
    });
  }
  fold(document);
  narrow.addEventListener('change', function () {
    fold(document);
  });

  function holds(page, id) {
    return new DOMParser().parseFromString(page, 'text/html').getElementById(id) !== null;
  }

  // The page as a whole knows what to say. But the numbers of the room only follow what is ticked and written beside them, which would be lost.
  function missed(event) {
    var part = document.getElementById(event.detail.target.id);
    var sentence = part && part.getAttribute('data-missed');
    if (!sentence) {
      window.location.reload();
      return;
    }
    if (!part.querySelector('.missed')) {
      var shown = document.createElement('p');
      shown.className = 'error missed';
      shown.textContent = sentence;
      part.querySelector('h2').after(shown);
    }
    document.getElementById('said').textContent = sentence;
  }

  // What somebody has opened or closed stays so when a part of the page is replaced.
  var wereOpen = [];
  document.addEventListener('htmx:beforeSwap', function (event) {
    // A page that does not have the part, such as the one about an outage: nothing would be left in its place.
    if (event.detail.shouldSwap && !holds(event.detail.serverResponse, event.detail.target.id)) {
      event.detail.shouldSwap = false;
      missed(event);
      return;
    }
    wereOpen = Array.prototype.map.call(event.detail.target.querySelectorAll('details.fold'), function (block) {
      return block.open;
    });
  });
  document.addEventListener('htmx:afterSwap', function (event) {
    var part = document.getElementById(event.detail.target.id);
    if (!part) {
      return;
    }
    part.querySelectorAll('details.fold').forEach(function (block, at) {
      block.open = at < wereOpen.length ? wereOpen[at] : !narrow.matches;
    });
    // Go where the news is: an error summary or the confirmation. Where the focus stays, say what has changed.
    var news = part.querySelector('[autofocus]');
    if (news) {
      news.focus();
    }
    document.getElementById('said').textContent = news ? '' : part.getAttribute('data-said');
  });

  // The session has ended (499), or the service refused in another way: the page as a whole knows what to say.
  document.addEventListener('htmx:responseError', function () {
    window.location.reload();
  });
  // The network is gone.
  document.addEventListener('htmx:sendError', missed);
  document.addEventListener('htmx:timeout', missed);
})();
