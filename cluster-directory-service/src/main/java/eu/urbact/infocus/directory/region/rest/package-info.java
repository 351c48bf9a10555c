/** Regions over HTTP. */
package eu.urbact.infocus.directory.region.rest;
