/** Profiles over HTTP: a city's people write those of their own city, organisers review what was submitted. */
package eu.urbact.infocus.directory.profile.rest;
