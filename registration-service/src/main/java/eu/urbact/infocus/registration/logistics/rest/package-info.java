/**
 * Logistics for the person behind a signed link, and for the organisers: numbers by default, names only where they are asked for.
 */
package eu.urbact.infocus.registration.logistics.rest;
