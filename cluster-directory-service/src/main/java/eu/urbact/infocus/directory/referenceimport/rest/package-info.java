/** Bringing reference data in over HTTP; for organisers. */
package eu.urbact.infocus.directory.referenceimport.rest;
