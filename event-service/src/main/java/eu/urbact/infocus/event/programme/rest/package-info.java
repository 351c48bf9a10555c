/** The pages of the public about workshops and programmes, and the organisers' draft and releases, over HTTP. */
package eu.urbact.infocus.event.programme.rest;
