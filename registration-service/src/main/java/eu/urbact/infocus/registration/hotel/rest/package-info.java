/**
 * Rooms for the person behind a signed link; contingents, requests, pick-up and rooming list for the organisers.
 */
package eu.urbact.infocus.registration.hotel.rest;
