/** Tests of exports. */
package eu.urbact.infocus.registration.export;
