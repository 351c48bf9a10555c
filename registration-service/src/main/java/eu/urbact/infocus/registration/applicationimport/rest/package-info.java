/**
 * Files of applications, sent in by organisers.
 */
package eu.urbact.infocus.registration.applicationimport.rest;
