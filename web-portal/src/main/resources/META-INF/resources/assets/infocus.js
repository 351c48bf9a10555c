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
  document.addEventListener('htmx:afterSwap', function () {
    fold(document.getElementById('desk') || document);
  });

  // After a part of the page was replaced, go where the news is: an error summary or the confirmation.
  document.addEventListener('htmx:afterSwap', function (event) {
    var news = event.target.querySelector && document.querySelector('#' + event.target.id + ' [autofocus]');
    if (news) {
      news.focus();
    }
  });

  // The session has ended (499), the service refused in another way, or the network is gone: the page as a whole knows what to say.
  ['htmx:responseError', 'htmx:sendError', 'htmx:timeout'].forEach(function (name) {
    document.addEventListener(name, function () {
      window.location.reload();
    });
  });
})();
