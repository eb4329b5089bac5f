import { defineText } from '#src/kernel/text.ts';

export const projectText = defineText({
  'project.title.page': 'Projects',
  'project.lead': 'A line for each project. Leave a row empty to take it out.',
  'project.number': 'Project {number, number}',
  'project.name': 'Name',
  'project.name.required': 'Write the name of the project, or leave the whole row empty.',
  'project.summary': 'In a sentence or two',
  'project.more': 'One more project',
  'project.save': 'Save the projects',
  'project.saved': 'The projects are saved.',
  'project.since': 'since {since}',
  'project.years': '{since} to {until}',
});

declare module '#src/kernel/text.ts' {
  interface Texts extends Record<keyof typeof projectText, string> {}
}
