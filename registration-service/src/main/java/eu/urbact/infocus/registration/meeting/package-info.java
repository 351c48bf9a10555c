/**
 * What people with a place offer and look for at the meetings with clusters, if they want to say so: a few codes of the directory's
 * competences and activities. Asked after admission, because nobody needs it to decide; not answering costs nothing. Planning the
 * meetings is the directory's affair; here the codes are kept with the person's other data and told on.
 */
package eu.urbact.infocus.registration.meeting;
