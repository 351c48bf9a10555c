/** Offers and needs over HTTP: everybody reads what holds today, a city's people write those of their own clusters. */
package eu.urbact.infocus.directory.offer.rest;
