/** The taxonomies over HTTP, for filters, pickers and for everybody who wants to use the same words. */
package eu.urbact.infocus.directory.reference.rest;
