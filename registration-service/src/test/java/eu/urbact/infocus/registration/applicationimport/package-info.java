/** Tests of the applications that organisers bring in. */
package eu.urbact.infocus.registration.applicationimport;
