/** Cities over HTTP: the list, and everything for the page of one city. */
package eu.urbact.infocus.directory.city.rest;
