/** The requests of a city's own people about cooperations and suggested partners. */
package eu.urbact.infocus.directory.cooperation.rest;
