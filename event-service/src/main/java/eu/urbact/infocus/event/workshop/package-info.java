/**
 * The workshops of the network and the series they belong to: what a workshop is called, what it is about, which
 * city receives it, in which house if that is known, and when. These facts are public from the moment they are announced, before any programme is.
 */
package eu.urbact.infocus.event.workshop;
