global using Portal.Language;
