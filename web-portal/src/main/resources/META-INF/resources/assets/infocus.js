// Small help for pages that use htmx. Every page works without it.
(function () {
  'use strict';

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
