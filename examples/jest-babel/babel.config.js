// Most projects have @babel/preset-env here: it holds this plugin.
module.exports = {
  plugins: ['@babel/plugin-transform-modules-commonjs'],
};
