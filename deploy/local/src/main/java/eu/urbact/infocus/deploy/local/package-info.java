/**
 * The local platform: one process that starts the servers and the five services, watches them, and loads the Frankfurt
 * workshop through their APIs. It exists so that one command turns a fresh clone into a running platform, and so that
 * tests can take any part away and bring it back.
 */
package eu.urbact.infocus.deploy.local;
