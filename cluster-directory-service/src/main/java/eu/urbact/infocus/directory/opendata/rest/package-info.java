/** The open data over HTTP; for everybody. */
package eu.urbact.infocus.directory.opendata.rest;
