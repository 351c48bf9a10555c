/**
 * What a call asks beyond what every applicant is asked, and what people have answered. Each question says why it is asked and for how
 * long the answer is kept; an answered question never changes its meaning.
 */
package eu.urbact.infocus.registration.question;
