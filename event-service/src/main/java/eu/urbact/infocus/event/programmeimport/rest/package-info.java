/** Takes programme files over HTTP. */
package eu.urbact.infocus.event.programmeimport.rest;
