/**
 * Workshop mode: who talks to which cluster, and when. People (participants and contributors) and clusters state what they offer
 * and what they need, or organisers say it for them; from both sides follows a reciprocal score, from the scores a plan of short
 * meetings and a stable distribution over working tables. When somebody drops out, the plan is mended with the fewest changes.
 */
package eu.urbact.infocus.directory.meeting;
